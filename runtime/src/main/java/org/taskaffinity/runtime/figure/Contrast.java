package org.taskaffinity.runtime.figure;

/** Contrast of colours as WCAG 2.1 defines it: from 1 to 21. */
final class Contrast {
  private Contrast() {}

  /**
   * One colour over another.
   *
   * @param ground {@code #rrggbb}
   * @param over {@code #rrggbb}
   * @param depth how much of it, in [0, 1]
   * @return red, green and blue in [0, 255]
   */
  static double[] mixed(String ground, String over, double depth) {
    double[] from = rgb(ground);
    double[] to = rgb(over);
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (1 - depth) * from[i] + depth * to[i];
    }
    return mixed;
  }

  static double[] rgb(String hex) {
    int value = Paper.rgb(hex);
    return new double[] {value >> 16, value >> 8 & 255, value & 255};
  }

  static double between(double[] a, double[] b) {
    double x = luminance(a) + 0.05;
    double y = luminance(b) + 0.05;
    return Math.max(x, y) / Math.min(x, y);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(double channel) {
    double c = channel / 255;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
