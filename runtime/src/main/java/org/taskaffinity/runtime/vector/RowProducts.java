package org.taskaffinity.runtime.vector;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/**
 * Inner products of the rows of two sets of task gradients: in float over {@link #CHUNK}
 * parameters, which stay in the cache for all pairs of rows, in double from chunk to chunk.
 */
final class RowProducts {
  private static final int CHUNK = 1024;
  private static final int L = Lanes.COUNT;

  private final float[][] a;
  private final float[][] b;
  private final int[] first;
  private final int[] second;
  private final int size;
  private final double[][][] own;

  private RowProducts(float[][] a, float[][] b) {
    this.a = a;
    this.b = b;
    first = present(a);
    second = present(b);
    size = first.length == 0 ? 0 : a[first[0]].length;
    own = new double[WorkerTeam.SLICES][a.length][b.length];
  }

  private static int[] present(float[][] rows) {
    return IntStream.range(0, rows.length).filter(t -> rows[t] != null).toArray();
  }

  /**
   * @param a [K, P], null for an absent row
   * @param b as a
   * @return [K, K]; 0 where a row is absent
   */
  static double[][] of(float[][] a, float[][] b, WorkerTeam team) {
    RowProducts products = new RowProducts(a, b);
    team.each(products::add);
    return products.sum();
  }

  private void add(int slice) {
    int chunks = (size + CHUNK - 1) / CHUNK;
    int end = BatchSlices.share(chunks, slice + 1);
    for (int c = BatchSlices.share(chunks, slice); c < end; c++) {
      add(own[slice], c * CHUNK, Math.min(size, (c + 1) * CHUNK));
    }
  }

  private void add(double[][] sums, int from, int end) {
    float[] lanes = new float[4 * L];
    for (int i : first) {
      int q = 0;
      for (; q + 4 <= second.length; q += 4) {
        four(a[i], q, from, end, lanes, sums[i]);
      }
      for (; q < second.length; q++) {
        sums[i][second[q]] += one(a[i], b[second[q]], from, end, lanes);
      }
    }
  }

  private void four(float[] x, int q, int from, int end, float[] lanes, double[] sums) {
    float[] y0 = b[second[q]];
    float[] y1 = b[second[q + 1]];
    float[] y2 = b[second[q + 2]];
    float[] y3 = b[second[q + 3]];
    FloatVector s0 = FloatVector.zero(Lanes.SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int p = from;
    for (; p + L <= end; p += L) {
      FloatVector v = FloatVector.fromArray(Lanes.SPECIES, x, p);
      s0 = v.fma(FloatVector.fromArray(Lanes.SPECIES, y0, p), s0);
      s1 = v.fma(FloatVector.fromArray(Lanes.SPECIES, y1, p), s1);
      s2 = v.fma(FloatVector.fromArray(Lanes.SPECIES, y2, p), s2);
      s3 = v.fma(FloatVector.fromArray(Lanes.SPECIES, y3, p), s3);
    }
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, L);
    s2.intoArray(lanes, 2 * L);
    s3.intoArray(lanes, 3 * L);
    sums[second[q]] += sum(lanes, 0) + rest(x, y0, p, end);
    sums[second[q + 1]] += sum(lanes, L) + rest(x, y1, p, end);
    sums[second[q + 2]] += sum(lanes, 2 * L) + rest(x, y2, p, end);
    sums[second[q + 3]] += sum(lanes, 3 * L) + rest(x, y3, p, end);
  }

  private static double one(float[] x, float[] y, int from, int end, float[] lanes) {
    FloatVector sum = FloatVector.zero(Lanes.SPECIES);
    int p = from;
    for (; p + L <= end; p += L) {
      sum =
          FloatVector.fromArray(Lanes.SPECIES, x, p)
              .fma(FloatVector.fromArray(Lanes.SPECIES, y, p), sum);
    }
    sum.intoArray(lanes, 0);
    return sum(lanes, 0) + rest(x, y, p, end);
  }

  /** Lane by lane: {@code reduceLanes} may take another order once it is compiled. */
  private static double sum(float[] lanes, int from) {
    double sum = 0;
    for (int lane = from; lane < from + L; lane++) {
      sum += lanes[lane];
    }
    return sum;
  }

  private static double rest(float[] x, float[] y, int from, int end) {
    double sum = 0;
    for (int p = from; p < end; p++) {
      sum += (double) x[p] * y[p];
    }
    return sum;
  }

  private double[][] sum() {
    double[][] sum = new double[a.length][b.length];
    for (double[][] slice : own) {
      for (int i : first) {
        for (int j : second) {
          sum[i][j] += slice[i][j];
        }
      }
    }
    return sum;
  }
}
