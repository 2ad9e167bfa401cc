package org.taskaffinity.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.RunException;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void aFullDiskLeavesWhatStoodThere() throws IOException {
    Path file = folder.resolve("kept.txt");
    AtomicFiles.write(file, "old");
    RunException refused =
        assertThrows(
            RunException.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new FileSystemException("x", null, "No space left on device");
                    }));
    assertEquals(
        "Cannot write "
            + file
            + ": No space left on device.\n  write elsewhere: --out DIR, or"
            + " Runner.open(Settings.settings().out(Path.of(\"DIR\")))",
        refused.getMessage());
    assertEquals("old", Files.readString(file));
    try (Stream<Path> inside = Files.list(folder)) {
      assertEquals(List.of(file), inside.toList());
    }
  }

  /** Run in a JVM of its own: writes half a file, says so, and waits to be killed. */
  static final class HalfWritten {
    private HalfWritten() {}

    public static void main(String[] file) {
      AtomicFiles.write(
          Path.of(file[0]),
          out -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            out.flush();
            System.out.println("writing");
            try {
              Thread.sleep(600_000);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          });
    }
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAndWhatALiveOneWritesIsNot() throws Exception {
    Path file = folder.resolve("matrix.csv");
    Process child = halfWritten(file);
    try {
      Path part = parts().get(0);
      assertEquals("half", Files.readString(part));
      AtomicFiles.write(file, "whole");
      AtomicFiles.write(folder.resolve("another.csv"), "whole");
      assertEquals(List.of(part), parts(), "its owner is alive");
    } finally {
      child.destroyForcibly().waitFor();
    }
    AtomicFiles.write(folder.resolve("another.csv"), "again");
    assertEquals(List.of(), parts());
    assertEquals("whole", Files.readString(file));
  }

  private Process halfWritten(Path file) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HalfWritten.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals("writing", child.inputReader().readLine());
    return child;
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(each -> each.toString().endsWith(".part")).toList();
    }
  }

  @Test
  void whatCannotBeSeenFromHereStaysForAWeek() throws IOException {
    Path elsewhere = folder.resolve(".a.csv.0123abcd-4711-89abcdef.part");
    FileTime sixDays = FileTime.from(Instant.now().minus(Duration.ofDays(6)));
    Files.setLastModifiedTime(Files.writeString(elsewhere, "half"), sixDays);
    AtomicFiles.write(folder.resolve("a.csv"), "whole");
    assertEquals(List.of(elsewhere), parts());
    FileTime eightDays = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
    Files.setLastModifiedTime(elsewhere, eightDays);
    AtomicFiles.write(folder.resolve("a.csv"), "whole");
    assertEquals(List.of(), parts());
  }

  /** Names that only look like those of part files are the user's. */
  @Test
  void nothingElseIsDeleted() throws IOException {
    List<Path> own =
        Stream.of(
                ".a.csv.part", ".a.0123abcd", "a.0123abcd-1-89abcdef.part", ".0123abcd-1-89abcdef")
            .map(folder::resolve)
            .toList();
    for (Path each : own) {
      Files.setLastModifiedTime(Files.writeString(each, "mine"), FileTime.fromMillis(0));
    }
    Path link = folder.resolve(".x.0123abcd-1-89abcdef.part");
    Files.createDirectory(link);
    Files.writeString(link.resolve("mine"), "mine");
    AtomicFiles.write(folder.resolve("b.csv"), "whole");
    own.forEach(each -> assertTrue(Files.exists(each), each::toString));
    assertTrue(Files.exists(link.resolve("mine")));
  }

  @Test
  void aVeryLongNameCanBeWritten() throws IOException {
    for (String name : List.of("n".repeat(251) + ".csv", "ü".repeat(125) + ".csv")) {
      Path file = folder.resolve(name);
      AtomicFiles.write(file, "whole");
      assertEquals("whole", Files.readString(file));
    }
    assertEquals(List.of(), parts());
  }

  @Test
  void aFileInPlaceOfAFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    RunException refused =
        assertThrows(
            RunException.class, () -> AtomicFiles.write(file.resolve("inside/x.txt"), "text"));
    assertTrue(refused.getMessage().startsWith("Cannot write " + file), refused.getMessage());
  }
}
