package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;

class ResultFilesTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackToTheBit() {
    Result written = Sample.result(folder);
    ResultFiles.write(written, Sample.CAPTURES, folder);
    assertEquals(written, ResultFiles.read(written.experiment(), folder));
  }

  @Test
  void capturesAreReadBackToTheBit() {
    Result written = Sample.result(folder);
    Captures captures =
        new Captures(
            new long[] {3, 1L << 40},
            List.of(new float[] {1, 0.1f, 2, 3, Float.NaN, 5, 6, 7, -8}, new float[9]),
            List.of(new float[] {1, Float.NaN, 3}, new float[] {4, 5, 6}));
    ResultFiles.write(written, captures, folder);
    assertEquals(
        new Captured(Sample.TASKS, captures.steps(), captures.cosines(), captures.norms()),
        CaptureFile.read(folder));
  }

  @Test
  void capturesThatCannotBeReadAreTheRunsDamage() throws IOException {
    RunException refused = assertThrows(RunException.class, () -> CaptureFile.read(folder));
    assertTrue(refused.getMessage().startsWith("The stored run "), refused.getMessage());
  }

  @Test
  void undefinedNumbersAreNullInJson() throws IOException {
    ResultFiles.write(Sample.result(folder), Sample.CAPTURES, folder);
    String summary = Files.readString(folder.resolve("summary.json"));
    assertFalse(summary.contains("NaN"), summary);
  }
}
