package org.taskaffinity.scripts.kotlin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCacheTest {
  @TempDir Path folder;

  private final CompiledClasses classes =
      new CompiledClasses("Main", Map.of("Main", new byte[] {1, 2, 3}));

  /** A compiler that counts how often it is asked. */
  private final class Counting implements KotlinCompiler {
    private int asked;

    @Override
    public Outcome compile(String text, List<Path> classPath) {
      asked++;
      return text.equals("wrong")
          ? new Outcome(Optional.empty(), List.of(new Problem(1, 1, "wrong")))
          : new Outcome(Optional.of(classes), List.of());
    }
  }

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.get(0);
    }
  }

  @Test
  void whatWasCompiledIsNotCompiledAgain() {
    Counting compiler = new Counting();
    for (int start = 0; start < 3; start++) {
      CompiledClasses found =
          new Compilation(new ScriptCache(folder), () -> compiler).of("val a = 1").classes().get();
      assertArrayEquals(new byte[] {1, 2, 3}, found.code().get("Main"));
      assertEquals("Main", found.main());
    }
    assertEquals(1, compiler.asked);
    new Compilation(new ScriptCache(folder), () -> compiler).of("val a = 2");
    assertEquals(2, compiler.asked);
  }

  @Test
  void whatIsRefusedIsNotKept() {
    Counting compiler = new Counting();
    new Compilation(new ScriptCache(folder), () -> compiler).of("wrong");
    new Compilation(new ScriptCache(folder), () -> compiler).of("wrong");
    assertEquals(2, compiler.asked);
  }

  @Test
  void damageIsMendedByCompilingAgain() throws IOException {
    Counting compiler = new Counting();
    Compilation compilation = new Compilation(new ScriptCache(folder), () -> compiler);
    compilation.of("val a = 1");
    byte[] whole = Files.readAllBytes(only());
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      assertEquals(Optional.empty(), CompiledClasses.of(damaged), "byte " + at);
    }
    int asked = compiler.asked;
    for (byte[] left : List.of(new byte[0], new byte[] {1}, java.util.Arrays.copyOf(whole, 40))) {
      Files.write(only(), left);
      assertEquals("Main", compilation.of("val a = 1").classes().get().main());
      assertEquals(++asked, compiler.asked);
      assertArrayEquals(whole, Files.readAllBytes(only()));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenOnlyCostsTime() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Counting compiler = new Counting();
    Compilation compilation = new Compilation(new ScriptCache(file.resolve("x")), () -> compiler);
    assertTrue(compilation.of("val a = 1").classes().isPresent());
    assertTrue(compilation.of("val a = 1").classes().isPresent());
    assertEquals(2, compiler.asked);
  }

  @Test
  void theNameDependsOnAllThatTheClassesDependOn() throws IOException {
    Path jar = Files.writeString(folder.resolve("dsl.jar"), "one");
    String key = ScriptCache.key("text", "kotlin-stdlib-1.jar", List.of(jar));
    assertEquals(key, ScriptCache.key("text", "kotlin-stdlib-1.jar", List.of(jar)));
    assertNotEquals(key, ScriptCache.key("other", "kotlin-stdlib-1.jar", List.of(jar)));
    assertNotEquals(key, ScriptCache.key("text", "kotlin-stdlib-2.jar", List.of(jar)));
    Files.writeString(jar, "two");
    assertNotEquals(key, ScriptCache.key("text", "kotlin-stdlib-1.jar", List.of(jar)));
  }

  @Test
  void theOldestGoFirst() throws IOException {
    ScriptCache cache = new ScriptCache(folder);
    for (int i = 0; i < 200; i++) {
      cache.keep("key" + i, classes);
      Files.setLastModifiedTime(
          folder.resolve("key" + i + ".classes"), FileTime.fromMillis(1_000_000L + i));
    }
    assertTrue(cache.find("key0").isPresent()); // and used just now
    cache.keep("one-more", classes);
    assertTrue(cache.find("key0").isPresent());
    assertFalse(cache.find("key1").isPresent());
    assertTrue(cache.find("one-more").isPresent());
  }

  @Test
  void itLiesInTheUsersCache() {
    Path home = folder.resolve("home");
    ScriptCache.ofUser(Map.of(), home).keep("k", classes);
    assertTrue(Files.exists(home.resolve(".cache/task-affinity/scripts/k.classes")));
    ScriptCache.ofUser(Map.of("XDG_CACHE_HOME", home.resolve("c").toString()), home)
        .keep("k", classes);
    assertTrue(Files.exists(home.resolve("c/task-affinity/scripts/k.classes")));
  }
}
