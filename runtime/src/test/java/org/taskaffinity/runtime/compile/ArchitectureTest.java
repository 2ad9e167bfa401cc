package org.taskaffinity.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.cnn.TextConvolution;
import org.taskaffinity.runtime.encoder.dense.FeatureColumns;
import org.taskaffinity.runtime.encoder.dmpnn.DirectedMessages;
import org.taskaffinity.runtime.encoder.gat.GraphAttention;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.encoder.gin.GraphIsomorphism;

class ArchitectureTest {

  /** 37·256+256 + 2(256·256+256) + 256·256+256 + 4·512 by hand. */
  @Test
  void theThreeLayerGraphEncoderHasAsManyParametersAsThePaperImplies() {
    Architecture a = graph(12);
    assertEquals(209_152, a.encoderParameters());
    assertEquals(33_281, a.headParameters());
    assertEquals(608_524, a.parameters());
    assertEquals(256, a.outputWidth());
  }

  /** By hand, for widths 8 and 6, no norm and no projection. */
  @Test
  void theOtherKindsHaveTheParametersOfTheirEquations() {
    assertEquals((5 * 8 + 2 * 8 + 8) + (8 * 12 + 2 * 12 + 6), parameters(new GraphAttention(2)));
    assertEquals(
        (5 * 8 + 8 + 8 * 8 + 8) + (8 * 6 + 6 + 6 * 6 + 6), parameters(new GraphIsomorphism()));
    assertEquals(
        5 * 4 + (4 * 8 * 8 + 2 * 8) + (16 * 8 * 6 + 2 * 6),
        parameters(new TextConvolution(List.of(3, 5), 4)));
  }

  /** By hand, for F = 5, E = 2 and a width of 8: W_i, W_h where there are updates, W_o and b. */
  @Test
  void directedMessagesShareTheirUpdate() {
    assertEquals((7 * 8) + (8 * 8) + (13 * 8 + 8), directed(3, Norm.NONE));
    assertEquals(directed(3, Norm.NONE), directed(6, Norm.NONE));
    assertEquals((7 * 8) + (13 * 8 + 8), directed(1, Norm.NONE));
    assertEquals(directed(3, Norm.NONE) + 2 * 8, directed(3, Norm.LAYER));
  }

  private static int directed(int depth, Norm norm) {
    return new Architecture(
            new DirectedMessages(depth, 2), 5, List.of(8), norm, 0, 0, 0, Norm.NONE, 0, 2)
        .encoderParameters();
  }

  private static int parameters(EncoderKind kind) {
    return new Architecture(kind, 5, List.of(8, 6), Norm.NONE, 0, 0, 0, Norm.NONE, 0, 2)
        .encoderParameters();
  }

  @Test
  void linearHeadsAndNoNormCountPlainAffineLayers() {
    Architecture a =
        new Architecture(
            new FeatureColumns(), 5, List.of(4, 3), Norm.NONE, 0, 0, 0, Norm.NONE, 0, 2);
    assertEquals(5 * 4 + 4 + 4 * 3 + 3, a.encoderParameters());
    assertEquals(4, a.headParameters());
    assertEquals(3, a.outputWidth());
    assertFalse(a.couplesRows());
    assertTrue(graph(1).couplesRows());
  }

  @Test
  void aProbabilityOfOneIsRefusedWithWhatToWriteInstead() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Architecture(
                    new FeatureColumns(), 5, List.of(4), Norm.NONE, 1, 0, 0, Norm.NONE, 0, 2));
    assertEquals(
        "dropout(1.0) is outside [0, 1). Write a fraction: 0.3 drops three in ten.",
        refused.getMessage());
  }

  private static Architecture graph(int tasks) {
    return new Architecture(
        new GraphConvolution(),
        37,
        List.of(256, 256, 256),
        Norm.BATCH,
        .3,
        256,
        128,
        Norm.BATCH,
        .3,
        tasks);
  }
}
