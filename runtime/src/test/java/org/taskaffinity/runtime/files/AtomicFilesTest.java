package org.taskaffinity.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void aFileInPlaceOfAFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    RunException refused =
        assertThrows(
            RunException.class, () -> AtomicFiles.write(file.resolve("inside/x.txt"), "text"));
    assertTrue(refused.getMessage().startsWith("Cannot write " + file), refused.getMessage());
  }
}
