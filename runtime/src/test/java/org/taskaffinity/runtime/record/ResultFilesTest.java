package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Result;

class ResultFilesTest {
  private static final Captures CAPTURES =
      new Captures(
          new long[] {0, 5},
          List.of(new float[9], new float[9]),
          List.of(new float[3], new float[3]));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackToTheBit() {
    Result written = Sample.result(folder);
    ResultFiles.write(written, CAPTURES, folder);
    assertEquals(written, ResultFiles.read(written.experiment(), folder));
  }

  @Test
  void undefinedNumbersAreNullInJson() throws IOException {
    ResultFiles.write(Sample.result(folder), CAPTURES, folder);
    String summary = Files.readString(folder.resolve("summary.json"));
    assertFalse(summary.contains("NaN"), summary);
  }
}
