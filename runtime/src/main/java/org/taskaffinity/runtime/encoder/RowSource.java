package org.taskaffinity.runtime.encoder;

import java.util.Arrays;

/**
 * Compounds as vectors, by row number.
 *
 * <p>Called from the thread that prepares batches, while others may read the same source.
 */
public interface RowSource {
  /** Features of a row, F. */
  int featureCount();

  /** Writes one row's F features, every entry, from an offset on. */
  void features(int row, float[] out, int offset);

  /** Rows held as they are, [N, F]. */
  static RowSource dense(float[][] rows) {
    return new RowSource() {
      @Override
      public int featureCount() {
        return rows[0].length;
      }

      @Override
      public void features(int row, float[] out, int offset) {
        System.arraycopy(rows[row], 0, out, offset, rows[row].length);
      }
    };
  }

  /**
   * Fingerprints as the numbers of the bits that are on.
   *
   * @param on for each row the bits, each in [0, width)
   */
  static RowSource bits(int[][] on, int width) {
    return new RowSource() {
      @Override
      public int featureCount() {
        return width;
      }

      @Override
      public void features(int row, float[] out, int offset) {
        Arrays.fill(out, offset, offset + width, 0f);
        for (int bit : on[row]) {
          out[offset + bit] = 1f;
        }
      }
    };
  }
}
