package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.tensor.HostTransfers;

/** In double precision, where the optimiser works by tensors as on a GPU. */
class HostTransfersTest {
  private final Architecture architecture = Fixture.graphs(Norm.BATCH, .3);
  private final Batch batch = Fixture.batch(architecture);

  @Test
  void aStepReadsItsLogitsAndItsNormAndWritesItsBatchAndOneGradient() {
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT64)) {
      HostTransfers step = HostTransfers.of(() -> trainer.step(batch, CaptureMode.NONE));
      assertEquals(2, step.toHost());
      int masks = 3; // two layers and the projection
      assertEquals(
          "x edges weights pool head-mask gradient".split(" ").length + masks, step.toDevice());
      assertTrue(step.bytes() > 16 * Fixture.TASKS * 2 * Double.BYTES);
      assertEquals(
          step, HostTransfers.of(() -> trainer.step(batch, CaptureMode.NONE)), "the first and all");
    }
  }

  /** K² doubles. */
  @Test
  void aCaptureReadsItsGramMatrixAtOnce() {
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT64)) {
      HostTransfers step = HostTransfers.of(() -> trainer.step(batch, CaptureMode.NONE));
      HostTransfers looking = HostTransfers.of(() -> trainer.step(batch, CaptureMode.GRAM));
      assertEquals(step.toDevice(), looking.toDevice());
      assertEquals(step.toHost() + 1, looking.toHost());
      long gram = Fixture.TASKS * Fixture.TASKS * Double.BYTES;
      assertEquals(step.bytes() + gram, looking.bytes());
    }
  }

  @Test
  void othersWorkIsNotCounted() {
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT64)) {
      HostTransfers mine =
          HostTransfers.of(
              () -> {
                Thread other = new Thread(() -> trainer.step(batch, CaptureMode.NONE));
                other.start();
                try {
                  other.join();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertEquals(new HostTransfers(0, 0, 0), mine);
    }
  }
}
