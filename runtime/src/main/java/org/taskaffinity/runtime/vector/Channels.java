package org.taskaffinity.runtime.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What lies between the products, for some rows of one panel: its channels stay in two registers
 * while the rows go by.
 */
final class Channels {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int L = Lanes.COUNT;
  private static final int W = Lanes.PANEL;

  private Channels() {}

  /** One row: y += factor · x. */
  static void add(float[] y, int to, float factor, float[] x, int from) {
    FloatVector f = FloatVector.broadcast(S, factor);
    f.fma(FloatVector.fromArray(S, x, from), FloatVector.fromArray(S, y, to)).intoArray(y, to);
    f.fma(FloatVector.fromArray(S, x, from + L), FloatVector.fromArray(S, y, to + L))
        .intoArray(y, to + L);
  }

  /** One row: y = Σ weights · the rows of x that links name. */
  static void mix(
      float[] x, int at, int[] links, float[] weights, int first, int end, float[] y, int to) {
    FloatVector a = FloatVector.zero(S);
    FloatVector b = FloatVector.zero(S);
    for (int link = first; link < end; link++) {
      int row = at + links[link] * W;
      FloatVector f = FloatVector.broadcast(S, weights[link]);
      a = f.fma(FloatVector.fromArray(S, x, row), a);
      b = f.fma(FloatVector.fromArray(S, x, row + L), b);
    }
    a.intoArray(y, to);
    b.intoArray(y, to + L);
  }

  /** Sums over rows: out = Σ x. */
  static void sum(float[] x, int at, int rows, float[] out, int to) {
    FloatVector a = FloatVector.zero(S);
    FloatVector b = FloatVector.zero(S);
    for (int row = 0; row < rows; row++) {
      a = a.add(FloatVector.fromArray(S, x, at + row * W));
      b = b.add(FloatVector.fromArray(S, x, at + row * W + L));
    }
    a.intoArray(out, to);
    b.intoArray(out, to + L);
  }

  /** Sums over the rows that a list names by their offsets. */
  static void sumListed(float[] x, int at, int[] list, int first, int end, float[] out, int to) {
    FloatVector a = FloatVector.zero(S);
    FloatVector b = FloatVector.zero(S);
    for (int k = first; k < end; k++) {
      a = a.add(FloatVector.fromArray(S, x, at + list[k]));
      b = b.add(FloatVector.fromArray(S, x, at + list[k] + L));
    }
    a.intoArray(out, to);
    b.intoArray(out, to + L);
  }

  /** Puts the rows that a list names side by side. */
  static void pick(float[] x, int at, int[] list, int first, int end, float[] out) {
    for (int k = first; k < end; k++) {
      int to = (k - first) * W;
      FloatVector.fromArray(S, x, at + list[k]).intoArray(out, to);
      FloatVector.fromArray(S, x, at + list[k] + L).intoArray(out, to + L);
    }
  }

  /** Sums of products: out = Σ x y. */
  static void sumOfProducts(float[] x, int at, float[] y, int from, int rows, float[] out, int to) {
    FloatVector a = FloatVector.zero(S);
    FloatVector b = FloatVector.zero(S);
    for (int row = 0; row < rows; row++) {
      int r = row * W;
      a = FloatVector.fromArray(S, x, at + r).fma(FloatVector.fromArray(S, y, from + r), a);
      b = FloatVector.fromArray(S, x, at + r + L).fma(FloatVector.fromArray(S, y, from + r + L), b);
    }
    a.intoArray(out, to);
    b.intoArray(out, to + L);
  }

  /** Mean and Σ (x − mean)² over rows, one row at least. */
  static void moments(float[] x, int at, int rows, float[] mean, float[] squares, int channel) {
    sum(x, at, rows, mean, channel);
    scale(mean, channel, 1f / rows);
    deviations(x, at, rows, mean, squares, channel);
  }

  /**
   * Σ (x − mean)², and a mean put right by the mean deviation: where a channel lies far from zero
   * the first mean's rounding is no longer small beside its spread.
   */
  private static void deviations(
      float[] x, int at, int rows, float[] mean, float[] squares, int channel) {
    FloatVector m0 = FloatVector.fromArray(S, mean, channel);
    FloatVector m1 = FloatVector.fromArray(S, mean, channel + L);
    FloatVector a = FloatVector.zero(S);
    FloatVector b = a;
    FloatVector p = a;
    FloatVector q = a;
    for (int row = 0; row < rows; row++) {
      FloatVector d = FloatVector.fromArray(S, x, at + row * W).sub(m0);
      FloatVector e = FloatVector.fromArray(S, x, at + row * W + L).sub(m1);
      a = d.fma(d, a);
      b = e.fma(e, b);
      p = p.add(d);
      q = q.add(e);
    }
    float part = 1f / rows;
    m0.add(p.mul(part)).intoArray(mean, channel);
    m1.add(q.mul(part)).intoArray(mean, channel + L);
    a.sub(p.mul(p).mul(part)).intoArray(squares, channel);
    b.sub(q.mul(q).mul(part)).intoArray(squares, channel + L);
  }

  /** Every row: x += p. */
  static void shift(float[] x, int at, int rows, float[] p, int channel) {
    FloatVector a = FloatVector.fromArray(S, p, channel);
    FloatVector b = FloatVector.fromArray(S, p, channel + L);
    for (int i = at; i < at + rows * W; i += W) {
      FloatVector.fromArray(S, x, i).add(a).intoArray(x, i);
      FloatVector.fromArray(S, x, i + L).add(b).intoArray(x, i + L);
    }
  }

  /** x ← (x − mean) · inverse, channel by channel. */
  static void standardise(float[] x, int at, int rows, float[] mean, float[] inverse, int channel) {
    FloatVector m0 = FloatVector.fromArray(S, mean, channel);
    FloatVector m1 = FloatVector.fromArray(S, mean, channel + L);
    FloatVector i0 = FloatVector.fromArray(S, inverse, channel);
    FloatVector i1 = FloatVector.fromArray(S, inverse, channel + L);
    for (int i = at; i < at + rows * W; i += W) {
      FloatVector.fromArray(S, x, i).sub(m0).mul(i0).intoArray(x, i);
      FloatVector.fromArray(S, x, i + L).sub(m1).mul(i1).intoArray(x, i + L);
    }
  }

  /** y = max(0, x · scale + shift), channel by channel. */
  static void relu(
      float[] x, int at, int rows, float[] p, int scale, int shift, float[] y, int to) {
    FloatVector s0 = FloatVector.fromArray(S, p, scale);
    FloatVector s1 = FloatVector.fromArray(S, p, scale + L);
    FloatVector t0 = FloatVector.fromArray(S, p, shift);
    FloatVector t1 = FloatVector.fromArray(S, p, shift + L);
    for (int row = 0; row < rows; row++) {
      int i = at + row * W;
      int j = to + row * W;
      FloatVector.fromArray(S, x, i).fma(s0, t0).max(0f).intoArray(y, j);
      FloatVector.fromArray(S, x, i + L).fma(s1, t1).max(0f).intoArray(y, j + L);
    }
  }

  /** y = max(0, x). */
  static void relu(float[] x, int at, int rows, float[] y, int to) {
    for (int i = 0; i < rows * W; i += L) {
      FloatVector.fromArray(S, x, at + i).max(0f).intoArray(y, to + i);
    }
  }

  /** d ← kept · d where h &gt; 0, else 0: back through dropout and ReLU. */
  static void live(float[] d, int at, int rows, float[] h, int from, float kept) {
    FloatVector zero = FloatVector.zero(S);
    for (int i = 0; i < rows * W; i += L) {
      VectorMask<Float> live =
          FloatVector.fromArray(S, h, from + i).compare(VectorOperators.GT, 0f);
      zero.blend(FloatVector.fromArray(S, d, at + i).mul(kept), live).intoArray(d, at + i);
    }
  }

  /** d ← factor · (d − m1 − x · m2), channel by channel: back through a batch norm. */
  static void correct(
      float[] d,
      int at,
      int rows,
      float[] x,
      int from,
      float[] m1,
      float[] m2,
      float[] factor,
      int channel) {
    FloatVector f0 = FloatVector.fromArray(S, factor, channel);
    FloatVector f1 = FloatVector.fromArray(S, factor, channel + L);
    FloatVector a0 = FloatVector.fromArray(S, m1, channel);
    FloatVector a1 = FloatVector.fromArray(S, m1, channel + L);
    FloatVector b0 = FloatVector.fromArray(S, m2, channel).neg();
    FloatVector b1 = FloatVector.fromArray(S, m2, channel + L).neg();
    for (int row = 0; row < rows; row++) {
      int i = at + row * W;
      int j = from + row * W;
      FloatVector x0 = FloatVector.fromArray(S, x, j);
      FloatVector x1 = FloatVector.fromArray(S, x, j + L);
      x0.fma(b0, FloatVector.fromArray(S, d, i).sub(a0)).mul(f0).intoArray(d, i);
      x1.fma(b1, FloatVector.fromArray(S, d, i + L).sub(a1)).mul(f1).intoArray(d, i + L);
    }
  }

  /** Every row: d = factor · x, one row of x for all. */
  static void spread(float[] x, int from, float factor, float[] d, int at, int rows) {
    FloatVector a = FloatVector.fromArray(S, x, from).mul(factor);
    FloatVector b = FloatVector.fromArray(S, x, from + L).mul(factor);
    for (int i = at; i < at + rows * W; i += W) {
      a.intoArray(d, i);
      b.intoArray(d, i + L);
    }
  }

  /** x ← factor · x, one row. */
  static void scale(float[] x, int at, float factor) {
    FloatVector.fromArray(S, x, at).mul(factor).intoArray(x, at);
    FloatVector.fromArray(S, x, at + L).mul(factor).intoArray(x, at + L);
  }

  /**
   * One row of a panel: Σ x y, one after the other. The API's own reduction leaves the order open,
   * and interpreted it may be another than compiled.
   */
  static float dot(float[] x, int at, float[] y, int from) {
    float sum = 0;
    for (int j = 0; j < W; j++) {
      sum += x[at + j] * y[from + j];
    }
    return sum;
  }

  /** Σ x y of a run of floats, a multiple of a vector long. */
  static double products(float[] x, float[] y, int from, int end) {
    double sum = 0;
    for (int at = from; at < end; at += 64 * L) {
      sum += chunk(x, y, at, Math.min(end, at + 64 * L));
    }
    return sum;
  }

  private static float chunk(float[] x, float[] y, int from, int end) {
    FloatVector a = FloatVector.zero(S);
    for (int i = from; i < end; i += L) {
      a = FloatVector.fromArray(S, x, i).fma(FloatVector.fromArray(S, y, i), a);
    }
    float[] lanes = a.toArray();
    float sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }
}
