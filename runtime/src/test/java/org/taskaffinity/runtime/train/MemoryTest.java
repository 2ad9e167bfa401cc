package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;

/** Native memory is given back step by step. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class MemoryTest {

  /** A leak of one [16, 8] tensor a step would be 2 MB; of a batch's tensors, over 100 MB. */
  @Test
  void fourThousandStepsAndCapturesLeaveTheMemoryFlat() throws IOException {
    Architecture architecture =
        new Architecture(
            new GraphConvolution(),
            7,
            List.of(64, 64),
            Norm.BATCH,
            .3,
            64,
            32,
            Norm.BATCH,
            .3,
            Fixture.TASKS);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32);
        BatchQueue queue = Fixture.queue(architecture, 0, 0, 1300)) {
      work(trainer, queue, 1000);
      long before = residentKilobytes();
      work(trainer, queue, 4000);
      long grown = residentKilobytes() - before;
      assertTrue(grown < 50_000, "grew by " + grown + " kB");
    }
  }

  private static void work(Trainer trainer, BatchQueue queue, int steps) {
    for (int i = 0; i < steps; i++) {
      trainer.step(queue.next(), i % 10 == 0 ? CaptureMode.GRAM : CaptureMode.NONE);
    }
    System.gc();
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
