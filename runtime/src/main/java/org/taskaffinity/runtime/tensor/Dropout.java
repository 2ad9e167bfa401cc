package org.taskaffinity.runtime.tensor;

import java.nio.IntBuffer;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Dropout masks without a generator's state: whether a unit lives is a function of (stream, step,
 * row, layer, unit).
 *
 * <p>So a mask does not depend on the order of rows in a batch, on threads or on the engine, and
 * nothing of it needs to be saved. The 64-bit key of a row is made by SplitMix64's finaliser; each
 * unit's number is then mixed with the key's two halves by 32-bit multiplications and shifts (the
 * constants of MurmurHash3's and Wellons's finalisers), in a loop without branches or offsets that
 * the JIT compiler turns into vector instructions.
 *
 * <p>Holds a scratch array: one object for one thread.
 */
public final class Dropout {
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long ROW = 0xd1342543de82ef95L;
  private static final long LAYER = 0xaf251af3b0f025b5L;
  private static final int UNIT = 0x9e3779b9;
  private static final int CHUNK = 1024;

  /** i · UNIT: a table, because a loop that computes with its own counter is not vectorised. */
  private static final int[] UNITS = units();

  private final int threshold;
  private final int kept;
  private final int[] bits = new int[CHUNK];

  /**
   * @param rate probability in [0, 1) that a unit is dropped, met to 2⁻³¹
   */
  public Dropout(double rate) {
    threshold = (int) Math.round(rate * 0x1.0p31);
    kept = Float.floatToRawIntBits((float) (1 / (1 - rate)));
  }

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
   * Puts the bits of 0f (dropped) or of 1/(1 − rate) (kept, so that the expectation is 1) for units
   * 0 … count − 1.
   */
  public void mask(long key, IntBuffer out, int count) {
    for (int first = 0; first < count; first += CHUNK) {
      int some = Math.min(CHUNK, count - first);
      fill(bits, some, (int) key + first * UNIT, (int) (key >>> 32), threshold, kept);
      out.put(bits, 0, some);
    }
  }

  private static void fill(int[] bits, int count, int low, int high, int threshold, int kept) {
    for (int i = 0; i < count; i++) {
      int h = UNITS[i] + low;
      h = (h ^ (h >>> 16)) * 0x21f0aaad;
      h = (h ^ (h >>> 15)) + high;
      h = h * 0x735a2d97;
      h = (h ^ (h >>> 15)) * 0x85ebca6b;
      h = h ^ (h >>> 16);
      bits[i] = ~(((h >>> 1) - threshold) >> 31) & kept;
    }
  }

  private static int[] units() {
    int[] units = new int[CHUNK];
    for (int i = 0; i < CHUNK; i++) {
      units[i] = i * UNIT;
    }
    return units;
  }
}
