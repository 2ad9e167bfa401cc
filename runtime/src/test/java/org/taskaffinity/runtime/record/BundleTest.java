package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.runtime.record.Entries.changed;
import static org.taskaffinity.runtime.record.Entries.signed;
import static org.taskaffinity.runtime.record.Entries.signedWith;
import static org.taskaffinity.runtime.record.Entries.signedWithout;
import static org.taskaffinity.runtime.record.Entries.utf8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Owner;
import org.taskaffinity.testing.Golden;

class BundleTest {
  @TempDir Path temporary;
  private RunStore from;
  private RunStore to;
  private String id;
  private Path bundle;

  @BeforeEach
  void runAndExport() {
    from = new RunStore(temporary.resolve("from"));
    to = new RunStore(temporary.resolve("to"));
    Result result = Sample.stored(from);
    id = result.record().id();
    bundle = temporary.resolve("bundle.zip");
    Bundle.write(result.folder(), bundle);
  }

  private Map<String, byte[]> entries() throws IOException {
    return Entries.of(bundle);
  }

  private Path altered(Consumer<Map<String, byte[]>> how) throws IOException {
    return Entries.altered(bundle, how);
  }

  private static Unpacking.Unpacked into(RunStore store, Path file) {
    return Unpacking.into(
        store,
        file,
        (result, folder) -> AtomicFiles.write(folder.resolve("report.html"), "<html></html>"));
  }

  @Test
  void aBundleHasEveryFileAndTheirHashes() throws IOException {
    Map<String, byte[]> entries = entries();
    Manifest manifest =
        Manifest.read(new String(entries.remove("MANIFEST"), StandardCharsets.UTF_8));
    assertEquals(manifest.hashes().keySet(), entries.keySet());
    assertEquals(
        List.of(
            "affinity.csv",
            "captures.npz",
            "conflicts.csv",
            "counts.csv",
            "data.sha256",
            "description.txt",
            "history.csv",
            "labels.csv",
            "overlap.csv",
            "pairs.csv",
            "report.html",
            "run.json",
            "summary.json",
            "tasks.csv"),
        List.copyOf(entries.keySet()));
    assertEquals("ab  mine.csv\n", new String(entries.get("data.sha256"), StandardCharsets.UTF_8));
  }

  @Test
  void whatAKilledProcessLeftIsNeitherBundledNorRead() throws IOException {
    Path folder = from.finished(id).orElseThrow();
    Path left = folder.resolve(".affinity.csv." + Owner.name() + ".part");
    Files.writeString(left, "task,A\n");
    byte[] bytes = Files.readAllBytes(bundle);
    Bundle.write(folder, bundle);
    assertArrayEquals(bytes, Files.readAllBytes(bundle));
    assertEquals(Optional.empty(), ResultFiles.problem(id, folder));
    assertEquals(List.of(id), from.entries().stream().map(RunStore.Entry::id).toList());
  }

  @Test
  void theSameRunGivesTheSameBytesInEveryTimeZone() throws IOException {
    byte[] bytes = Files.readAllBytes(bundle);
    TimeZone here = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Bundle.write(from.finished(id).orElseThrow(), bundle);
    } finally {
      TimeZone.setDefault(here);
    }
    assertArrayEquals(bytes, Files.readAllBytes(bundle));
  }

  @Test
  void whatIsBroughtIsTheRunThatWasExported() throws IOException {
    Unpacking.Unpacked brought = into(to, bundle);
    assertEquals(new Unpacking.Unpacked(id, true, List.of()), brought);
    Path here = from.finished(id).orElseThrow();
    Path there = to.finished(id).orElseThrow();
    assertEquals(Sample.read(here), Sample.read(there.getParent().resolve(id), here));
    Path again = temporary.resolve("again.zip");
    Bundle.write(there, again);
    assertArrayEquals(Files.readAllBytes(bundle), Files.readAllBytes(again));
    assertNothingElse();
  }

  @Test
  void whatIsThereAlreadyStays() throws IOException {
    into(to, bundle);
    assertEquals(new Unpacking.Unpacked(id, false, List.of()), into(to, bundle));
    Path there = to.finished(id).orElseThrow();
    Files.writeString(there.resolve("report.html"), "another page"); // made, and not compared
    Files.writeString(there.resolve("encoder.bin"), "another encoder");
    assertEquals(new Unpacking.Unpacked(id, false, List.of()), into(to, bundle));
    Path other = altered(e -> signedWith(e, "encoder.bin", "an encoder"));
    assertEquals(new Unpacking.Unpacked(id, false, List.of("encoder.bin")), into(to, other));
    assertEquals("another page", Files.readString(there.resolve("report.html")));
    assertEquals("another encoder", Files.readString(there.resolve("encoder.bin")));
    assertNothingElse();
  }

  @Test
  void aDamagedRunIsMended() throws IOException {
    into(to, bundle);
    Files.delete(to.finished(id).orElseThrow().resolve("affinity.csv"));
    assertTrue(into(to, bundle).taken());
    assertTrue(Files.exists(to.finished(id).orElseThrow().resolve("affinity.csv")));
    try (Stream<Path> inside = Files.list(to.root())) {
      assertEquals(1, inside.filter(path -> path.toString().contains(".damaged.")).count());
    }
  }

  @Test
  void aRunThatIsWorkedOnIsLeftAlone() throws IOException {
    try (RunStore.Sitting sitting = to.sit(id)) {
      AtomicFiles.write(sitting.folder().resolve("checkpoint.bin"), "half");
      assertThrows(RunException.class, () -> into(to, bundle));
    }
    assertTrue(into(to, bundle).taken());
    assertNothingElse(); // what is finished needs no checkpoint
  }

  @Test
  void aDamagedRunIsNotExported() throws IOException {
    Path folder = from.finished(id).orElseThrow();
    Files.delete(folder.resolve("affinity.csv"));
    Path file = temporary.resolve("none.zip");
    assertThrows(RunException.class, () -> Bundle.write(folder, file));
    assertFalse(Files.exists(file));
  }

  /** Nothing but the run, and the lock that stays. */
  private void assertNothingElse() throws IOException {
    try (Stream<Path> inside = Files.list(to.root())) {
      assertEquals(
          List.of(".locks", id), inside.map(p -> p.getFileName().toString()).sorted().toList());
    }
  }

  private String refused(Path file) throws IOException {
    String said = assertThrows(PlanException.class, () -> into(to, file)).getMessage();
    try (Stream<Path> inside = Files.exists(to.root()) ? Files.list(to.root()) : Stream.empty()) {
      assertEquals(List.of(), inside.toList(), "something stayed");
    }
    return said.replace(temporary.toString(), "~").replace(id, "ID") + "\n\n";
  }

  @Test
  void whatWasAlteredIsRefused() throws IOException {
    StringBuilder said = new StringBuilder();
    said.append(refused(temporary.resolve("nowhere.zip")));
    said.append(refused(Files.writeString(temporary.resolve("text.zip"), "no zip")));
    said.append(
        refused(
            Files.write(
                temporary.resolve("short.zip"), Arrays.copyOf(Files.readAllBytes(bundle), 3000))));
    said.append(refused(altered(Map::clear)));
    said.append(refused(altered(e -> e.remove("MANIFEST"))));
    said.append(refused(altered(e -> e.put("MANIFEST", utf8("affinity.csv\n")))));
    said.append(refused(altered(e -> e.put("affinity.csv", utf8("task,A\nA,1\n")))));
    said.append(refused(altered(e -> e.remove("affinity.csv"))));
    said.append(refused(altered(e -> e.put("more.csv", utf8("")))));
    said.append(refused(altered(e -> e.put("../../.bashrc", utf8("")))));
    said.append(refused(altered(e -> e.put("/etc/passwd", utf8("")))));
    said.append(refused(altered(e -> e.put("a\\b.csv", utf8("")))));
    said.append(refused(altered(e -> e.put(".hidden", utf8("")))));
    said.append(refused(altered(e -> e.put("folder/", utf8("")))));
    said.append(refused(altered(e -> e.put("\u001b[31mred", utf8("")))));
    said.append(refused(altered(e -> e.put("zeros", new byte[20_000_000]))));
    said.append(refused(altered(BundleTest::manyFiles)));
    Golden.check("bundles-refused.txt", said.toString());
  }

  private static void manyFiles(Map<String, byte[]> entries) {
    for (int i = 0; i < 1001; i++) {
      entries.put("f" + i, new byte[0]);
    }
  }

  @Test
  void hashesThatFitDoNotMakeAResult() throws IOException {
    StringBuilder said = new StringBuilder();
    said.append(refused(altered(e -> changed(e, "affinity.csv", "0.333", "many"))));
    said.append(refused(altered(e -> changed(e, "run.json", "\"ab\"", "\"cd\""))));
    said.append(refused(altered(e -> changed(e, "run.json", "sample", "simple"))));
    said.append(refused(altered(e -> changed(e, "description.txt", "sample", "simple"))));
    said.append(refused(altered(e -> signedWithout(e, "captures.npz"))));
    said.append(refused(altered(e -> signedWithout(e, "run.json"))));
    Golden.check("bundles-untrue.txt", said.toString());
  }

  /** A page could be a program, and so could any file that nobody knows. */
  @Test
  void onlyKnownFilesAreKeptAndThePageIsMadeAgain() throws IOException {
    Path hostile =
        altered(
            e -> {
              e.put("setup.sh", utf8("rm -rf /"));
              e.put("study.affinity.jsh", utf8("System.exit(1)"));
              e.put("checkpoint.bin", utf8("half"));
              e.put("interactive.html", utf8("<script>alert(1)</script>"));
              signedWith(e, "report.html", "<script>alert(1)</script>");
            });
    assertTrue(into(to, hostile).taken());
    Path there = to.finished(id).orElseThrow();
    assertEquals("<html></html>", Files.readString(there.resolve("report.html")));
    assertEquals(
        Files.readString(from.finished(id).orElseThrow().resolve("pairs.csv")),
        Files.readString(there.resolve("pairs.csv")));
    try (Stream<Path> inside = Files.list(there)) {
      assertEquals(
          List.of(
              "affinity.csv",
              "captures.npz",
              "conflicts.csv",
              "counts.csv",
              "description.txt",
              "history.csv",
              "labels.csv",
              "overlap.csv",
              "pairs.csv",
              "report.html",
              "run.json",
              "summary.json",
              "tasks.csv"),
          inside.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  /** As a forger would: every hash made to fit, or left out as runs once had none. */
  private String forged(String name, String one, String other) throws IOException {
    return refused(
        altered(
            e -> {
              String json = new String(e.get("run.json"), StandardCharsets.UTF_8);
              e.put("run.json", utf8(json.replaceAll("(?s),\\s*\"files\" : .*", "\n}\n")));
              changed(e, name, one, other);
            }));
  }

  @Test
  void numbersThatContradictOneAnotherAreRefused() throws IOException {
    StringBuilder said = new StringBuilder();
    said.append(forged("affinity.csv", "-0.25", "0.999"));
    said.append(forged("affinity.csv", "comma\",0.3333333333333333", "comma\",0.9"));
    said.append(forged("conflicts.csv", "0.5", "0.25"));
    said.append(forged("labels.csv", "0.1", "1.1"));
    said.append(forged("summary.json", "\"value\" : null", "\"value\" : 0.9999"));
    said.append(forged("run.json", "\"captures\" : 2", "\"captures\" : 3"));
    said.append(forged("run.json", "\"seconds\" : 1.5,", ""));
    said.append(forged("run.json", "\"steps\" : 10", "\"steps\" : null"));
    said.append(forged("run.json", "\"steps\" : 10", "\"steps\" : 10, \"steps\" : 11"));
    said.append(forged("run.json", "\n}\n", "\n} {\"id\":\"x\"}\n"));
    said.append(forged("run.json", "\"threads\" : 2", "\"threads\" : \"2\""));
    said.append(forged("run.json", "2026-01-01T00:00:00Z", "\\u001b]0;PWNED\\u0007"));
    said.append(forged("run.json", "\"steps\" : 10", "\"steps\" : -10"));
    said.append(forged("summary.json", "\"groups\" : [ [", "\"groups\" : [ [ \"other\","));
    said.append(forged("tasks.csv", "plain", "plane"));
    Golden.check("bundles-forged.txt", said.toString());
  }

  /** A description is looked at and not executed: this one would leave a file behind. */
  @Test
  void aDescriptionThatIsAProgramIsNotRun() throws IOException {
    Path trace = temporary.resolve("trace");
    String program =
        "experiment(\"sample\", java.nio.file.Files.createFile(java.nio.file.Path.of(\""
            + trace
            + "\")))";
    String other = RunId.of(program, Map.of("mine.csv", "ab"), "1");
    Path file =
        altered(
            e -> {
              String json = new String(e.get("run.json"), StandardCharsets.UTF_8);
              String text = new String(e.get("description.txt"), StandardCharsets.UTF_8).strip();
              e.put("description.txt", utf8(program + "\n"));
              e.put(
                  "run.json", utf8(json.replace(quoted(text), quoted(program)).replace(id, other)));
              signed(e);
            });
    assertTrue(refused(file).contains("it holds no result that reads"), refused(file));
    assertFalse(Files.exists(trace));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** A bundle that was changed anywhere is refused, or is the same run: a bit in each 67 bytes. */
  @Test
  void noByteCanBeChangedUnnoticed() throws IOException {
    byte[] whole = Files.readAllBytes(bundle);
    Path file = temporary.resolve("changed.zip");
    for (int at = 0; at < whole.length; at += 67) {
      byte[] changed = whole.clone();
      changed[at] = (byte) (changed[at] ^ 1 << at % 8);
      Files.write(file, changed);
      RunStore store = new RunStore(temporary.resolve("at" + at));
      try {
        Path folder = store.finished(into(store, file).id()).orElseThrow();
        Path again = temporary.resolve("again.zip");
        Bundle.write(folder, again);
        assertArrayEquals(whole, Files.readAllBytes(again), "changed at " + at);
      } catch (PlanException refused) {
        assertTrue(refused.getMessage().startsWith("Nothing is taken"), refused.getMessage());
      }
    }
  }
}
