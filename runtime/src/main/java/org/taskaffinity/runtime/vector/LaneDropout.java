package org.taskaffinity.runtime.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.taskaffinity.runtime.tensor.Dropout;

/**
 * The masks of {@link Dropout}, made in vector lanes where they are multiplied: the same bits, and
 * nothing stored.
 */
final class LaneDropout {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, S.vectorShape());
  private static final int L = Lanes.COUNT;
  private static final int W = Lanes.PANEL;
  private static final int UNIT = 0x9e3779b9;
  private static final IntVector STEPS = IntVector.zero(I).addIndex(1).mul(UNIT);

  private final int threshold;
  private final int kept;

  /**
   * @param rate probability in [0, 1) that a unit is dropped
   */
  LaneDropout(double rate) {
    threshold = (int) Math.round(rate * 0x1.0p31);
    kept = Float.floatToRawIntBits((float) (1 / (1 - rate)));
  }

  /** What a kept unit is multiplied by. */
  float kept() {
    return Float.intBitsToFloat(kept);
  }

  /**
   * Multiplies one panel of a molecule's units by their masks.
   *
   * @param h where the molecule's first row of the panel lies
   * @param rows its atoms, or 1
   * @param width units of an atom
   * @param channel the panel's first unit
   */
  void drop(float[] h, int at, int rows, long key, int width, int channel) {
    int low = (int) key + channel * UNIT;
    drop(h, at, rows, low, (int) (key >>> 32), width * UNIT, threshold, kept);
  }

  private static void drop(
      float[] h, int at, int rows, int low, int high, int step, int threshold, int kept) {
    for (int row = 0; row < rows; row++) {
      mask(low, high, threshold, kept)
          .reinterpretAsFloats()
          .mul(FloatVector.fromArray(S, h, at))
          .intoArray(h, at);
      mask(low + L * UNIT, high, threshold, kept)
          .reinterpretAsFloats()
          .mul(FloatVector.fromArray(S, h, at + L))
          .intoArray(h, at + L);
      at += W;
      low += step;
    }
  }

  /** Bits of 0f or of what a kept unit is multiplied by. */
  private static IntVector mask(int low, int high, int threshold, int kept) {
    IntVector h = STEPS.add(low);
    h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16)).mul(0x21f0aaad);
    h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15)).add(high);
    h = h.mul(0x735a2d97);
    h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15)).mul(0x85ebca6b);
    h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16));
    IntVector dropped =
        h.lanewise(VectorOperators.LSHR, 1).sub(threshold).lanewise(VectorOperators.ASHR, 31);
    return dropped.not().and(kept);
  }
}
