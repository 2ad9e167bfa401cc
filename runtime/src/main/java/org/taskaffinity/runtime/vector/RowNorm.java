package org.taskaffinity.runtime.vector;

/**
 * Layer norm (Ba, Kiros and Hinton 2016): each row by the mean and variance of its own channels.
 *
 * <pre>
 *   x̂ = (y − mean(y)) / √(var(y) + ε)
 *   dy = (g − mean(g) − x̂ mean(g x̂)) / √(var(y) + ε),   g = v γ
 * </pre>
 *
 * <p>The block's rows lie in panels, the last of them filled up with zeros that do not count.
 */
final class RowNorm {
  private static final int W = Lanes.PANEL;
  private static final double EPSILON = 1e-5;

  private RowNorm() {}

  /**
   * Standardises one row in place.
   *
   * @param at where the row lies in the block's first panel
   * @return what it was multiplied by
   */
  static float forward(float[] x, int at, int stride, int width) {
    double sum = 0;
    for (int c = 0; c < width; c++) {
      sum += x[at + c / W * stride + c % W];
    }
    float mean = (float) (sum / width);
    double squares = 0;
    for (int c = 0; c < width; c++) {
      double d = x[at + c / W * stride + c % W] - mean;
      squares += d * d;
    }
    float inverse = (float) (1 / Math.sqrt(squares / width + EPSILON));
    for (int c = 0; c < width; c++) {
      int i = at + c / W * stride + c % W;
      x[i] = (x[i] - mean) * inverse;
    }
    return inverse;
  }

  /**
   * Takes one row's gradient from behind scale and shift to before the norm, in place.
   *
   * @param scale where the scales begin in p
   */
  static void backward(
      float[] d, float[] x, int at, int stride, int width, float[] p, int scale, float inverse) {
    double sum = 0;
    double products = 0;
    for (int c = 0; c < width; c++) {
      int i = at + c / W * stride + c % W;
      float g = d[i] * p[scale + c];
      sum += g;
      products += (double) g * x[i];
    }
    float m1 = (float) (sum / width);
    float m2 = (float) (products / width);
    for (int c = 0; c < width; c++) {
      int i = at + c / W * stride + c % W;
      d[i] = (d[i] * p[scale + c] - m1 - x[i] * m2) * inverse;
    }
  }
}
