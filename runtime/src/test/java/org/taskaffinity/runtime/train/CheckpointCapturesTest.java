package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.runtime.gradient.CaptureLog;

/** Captures go into a checkpoint and come back, those between batches too. */
class CheckpointCapturesTest {
  private static final List<String> TASKS = List.of("A", "B");

  @TempDir Path folder;

  private CaptureLog read(CaptureLog captures) {
    Checkpoint checkpoint =
        new Checkpoint(
            7,
            1.5,
            new State(7, Map.of("parameter/w", new float[] {1, 2})),
            Optional.empty(),
            Double.NaN,
            0,
            List.of(),
            new double[] {0.5, Double.NaN},
            new int[] {3, 0},
            captures);
    Path file = folder.resolve("checkpoint.bin");
    CheckpointFile.write(checkpoint, file);
    return CheckpointFile.read(file, Assertions::fail).orElseThrow().captures();
  }

  @Test
  void productsBetweenBatchesComeBack() {
    CaptureLog log = new CaptureLog(2);
    float[] cosines = {1, Float.NaN, Float.NaN, 1};
    log.add(3, cosines, new float[] {2, 5}, new float[] {0.1f, -0.2f, -0.2f, Float.NaN});
    log.add(6, cosines, new float[] {3, 4}, new float[] {0.3f, 0.4f, 0.4f, 0.5f});
    Captured found = read(log).captured(TASKS);
    assertEquals(log.captured(TASKS), found);
    assertEquals(-0.2f, found.acrossRow(0)[1]);
  }

  @Test
  void capturesOfOneBatchStayAsTheyAre() {
    CaptureLog log = new CaptureLog(2);
    log.add(3, new float[] {1, 0.5f, 0.5f, 1}, new float[] {2, 5});
    Captured found = read(log).captured(TASKS);
    assertEquals(log.captured(TASKS), found);
    assertFalse(found.crossed());
    assertEquals(0, read(new CaptureLog(2)).size());
  }
}
