package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;

class ResultFilesTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackToTheBit() {
    Result written = Sample.result(folder);
    ResultFiles.write(written, Sample.CAPTURES, List.of(), folder);
    assertEquals(written, ResultFiles.read(written.experiment(), folder));
  }

  @Test
  void capturesAreReadBackToTheBit() {
    Result written = Sample.result(folder);
    Captured captures =
        new Captured(
            Sample.TASKS,
            new long[] {3, 1L << 40},
            List.of(new float[] {1, 0.1f, 2, 3, Float.NaN, 5, 6, 7, -8}, new float[9]),
            List.of(new float[] {1, Float.NaN, 3}, new float[] {4, 5, 6}));
    ResultFiles.write(written, captures, List.of(), folder);
    assertEquals(captures, CaptureFile.read(folder));
  }

  @Test
  void columnsAreWrittenAndTheirHashIsKept() throws IOException {
    ColumnRole column =
        new ColumnRole("a \"b\"", ColumnRole.Role.IDENTIFIER, "numbers, all different");
    Result written = Sample.result(folder);
    ResultFiles.write(written, Sample.CAPTURES, List.of(column), folder);
    Path file = folder.resolve("columns.csv");
    assertEquals(
        "column,role,why\n\"a \"\"b\"\"\",identifier,\"numbers, all different\"\n",
        Files.readString(file).replace("\r", ""));
    String id = written.record().id();
    assertEquals(Optional.empty(), ResultFiles.problem(id, folder));
    Files.writeString(file, Files.readString(file).replace("identifier", "task"));
    assertEquals(
        Optional.of("columns.csv was altered: its SHA-256 is not that in run.json"),
        ResultFiles.problem(id, folder));
    assertEquals(written, ResultFiles.read(written.experiment(), folder), "it holds no number");
  }

  @Test
  void aPlantedDataSetHasNoColumns() throws IOException {
    ResultFiles.write(Sample.result(folder), Sample.CAPTURES, List.of(), folder);
    assertFalse(Files.exists(folder.resolve("columns.csv")));
    assertFalse(Files.readString(folder.resolve("run.json")).contains("columns.csv"));
  }

  @Test
  void capturesThatCannotBeReadAreTheRunsDamage() throws IOException {
    RunException refused = assertThrows(RunException.class, () -> CaptureFile.read(folder));
    assertTrue(refused.getMessage().startsWith("The stored run "), refused.getMessage());
  }

  @Test
  void undefinedNumbersAreNullInJson() throws IOException {
    ResultFiles.write(Sample.result(folder), Sample.CAPTURES, List.of(), folder);
    String summary = Files.readString(folder.resolve("summary.json"));
    assertFalse(summary.contains("NaN"), summary);
  }
}
