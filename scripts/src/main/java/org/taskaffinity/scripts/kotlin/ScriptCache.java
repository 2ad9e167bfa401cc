package org.taskaffinity.scripts.kotlin;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.scripts.file.WholeFile;

/**
 * Compiled scripts in the user's cache folder. A file is named by everything that its content
 * depends on; one that is damaged is as good as none, and a folder that cannot be written only
 * costs time.
 */
final class ScriptCache {
  private static final int KEPT = 200;
  private static final String ENDING = ".classes";

  private final Path folder;

  ScriptCache(Path folder) {
    this.folder = folder;
  }

  /** The one of this user. */
  static ScriptCache ofUser(Map<String, String> environment, Path home) {
    String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path cache = chosen.isBlank() ? home.resolve(".cache") : Path.of(chosen);
    return new ScriptCache(cache.resolve("task-affinity").resolve("scripts"));
  }

  /**
   * What a script's classes depend on: its text, the JDK, the compiler, and all that is on its
   * class path, the language itself among it; by content, so that nothing depends on where it lies.
   *
   * @param compiler which compiler, its version included
   * @throws IOException if the class path cannot be read
   */
  static String key(String text, String compiler, List<Path> classPath) throws IOException {
    MessageDigest digest = Sha256.begin();
    Sha256.add(digest, compiler);
    Sha256.add(digest, Runtime.version().toString());
    Sha256.add(digest, text);
    for (Path each : classPath) {
      add(digest, each);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Path jarOrFolder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(jarOrFolder, FileVisitOption.FOLLOW_LINKS)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Sha256.add(digest, jarOrFolder.relativize(file).toString());
      digest.update(Sha256.of(Files.readAllBytes(file)));
    }
  }

  Optional<CompiledClasses> find(String key) {
    Path file = folder.resolve(key + ENDING);
    try {
      Optional<CompiledClasses> found = CompiledClasses.of(Files.readAllBytes(file));
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      return found;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps classes for the next time, if that can be. */
  void keep(String key, CompiledClasses classes) {
    try {
      WholeFile.write(folder.resolve(key + ENDING), classes.toBytes());
      prune();
    } catch (IOException | RunException e) {
      // The next start compiles again.
    }
  }

  private void prune() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.filter(f -> f.toString().endsWith(ENDING)).toList();
    }
    if (all.size() > KEPT) {
      List<Path> oldest = all.stream().sorted(Comparator.comparing(ScriptCache::used)).toList();
      for (Path each : oldest.subList(0, all.size() - KEPT)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // another process has pruned it
    }
  }
}
