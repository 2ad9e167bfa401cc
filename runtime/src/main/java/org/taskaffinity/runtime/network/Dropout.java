package org.taskaffinity.runtime.network;

import org.taskaffinity.runtime.random.Seeds;

/**
 * Dropout masks without state: whether a unit lives is a function of (stream, step, row, layer,
 * unit).
 *
 * <p>So a mask does not depend on the order of rows in a batch, on threads or on the engine, and
 * needs no generator to be saved. The 64-bit key of a row is made by SplitMix64's finaliser; each
 * unit's number is then mixed with the key's two halves by 32-bit multiplications and shifts (the
 * constants of MurmurHash3's and Wellons's finalisers), in a loop without branches that the JIT
 * compiler turns into vector instructions.
 */
public final class Dropout {
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long ROW = 0xd1342543de82ef95L;
  private static final long LAYER = 0xaf251af3b0f025b5L;

  private Dropout() {}

  /**
   * The key of one row's masks in one layer.
   *
   * @param stream from {@code Seeds.key}, such as that of "dropout/encoder"
   * @param step counted from 0 over the whole training
   * @param row the molecule's number in its dataset, wherever it lies in the batch
   * @param layer counted from 0
   */
  public static long key(long stream, long step, int row, int layer) {
    long key = Seeds.mix(stream + STEP * (step + 1));
    return Seeds.mix(Seeds.mix(key + ROW * (row + 1L)) + LAYER * (layer + 1L));
  }

  /**
   * Writes the bits of 0f (dropped, with probability {@code rate}) or of 1/(1 − rate) (kept, so
   * that the expectation is 1) for units 0 … count − 1.
   *
   * @param rate in [0, 1), met to 2⁻³¹
   */
  public static void mask(long key, double rate, int[] bits, int offset, int count) {
    int threshold = (int) Math.round(rate * 0x1.0p31);
    int kept = Float.floatToRawIntBits((float) (1 / (1 - rate)));
    int low = (int) key;
    int high = (int) (key >>> 32);
    for (int unit = 0; unit < count; unit++) {
      int h = unit * 0x9e3779b9 + low;
      h = (h ^ (h >>> 16)) * 0x21f0aaad;
      h = (h ^ (h >>> 15)) + high;
      h = h * 0x735a2d97;
      h = (h ^ (h >>> 15)) * 0x85ebca6b;
      h = h ^ (h >>> 16);
      bits[offset + unit] = ~(((h >>> 1) - threshold) >> 31) & kept;
    }
  }
}
