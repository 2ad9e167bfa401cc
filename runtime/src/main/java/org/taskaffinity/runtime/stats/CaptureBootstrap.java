package org.taskaffinity.runtime.stats;

import java.util.function.IntFunction;
import org.taskaffinity.runtime.random.Stream;

/**
 * Affinity matrices captured at successive steps of one training, for drawing their mean again.
 *
 * <p>Neighbouring captures resemble one another, so they are drawn in blocks of consecutive steps
 * (Künsch 1989, the moving-block bootstrap). It takes the trajectory for stationary: give the
 * captures of the part of training that is averaged, not a warm-up that is not.
 */
public final class CaptureBootstrap {
  private final int tasks;
  private final int steps;
  private final int blockLength;

  /** Entry [t][pair]: the sum over steps before t, undefined values left out. */
  private final double[][] sums;

  /** Entry [t][pair]: how many values that sum has. */
  private final int[][] counts;

  private CaptureBootstrap(int steps, int blockLength, IntFunction<double[][]> capture) {
    if (steps < 1) {
      throw new IllegalArgumentException("There are no captured steps to draw from.");
    }
    this.steps = steps;
    this.blockLength = checkBlock(blockLength, steps);
    tasks = capture.apply(0).length;
    sums = new double[steps + 1][Pairs.count(tasks)];
    counts = new int[steps + 1][Pairs.count(tasks)];
    for (int t = 0; t < steps; t++) {
      add(t, Pairs.upper(capture.apply(t)));
    }
  }

  /**
   * Captures in blocks of ⌈T^(1/3)⌉ steps, the rate that suits a mean.
   *
   * @param captures [T][K][K], each symmetric, NaN where a task had no gradient
   */
  public static CaptureBootstrap of(double[][][] captures) {
    return of(captures, (int) Math.ceil(StrictMath.cbrt(captures.length)));
  }

  /** Captures in blocks of this many steps, from 1 to T. */
  public static CaptureBootstrap of(double[][][] captures, int blockLength) {
    return new CaptureBootstrap(captures.length, blockLength, t -> captures[t]);
  }

  /** As {@link #of(double[][][])}, from single precision. */
  public static CaptureBootstrap of(float[][][] captures) {
    int block = (int) Math.ceil(StrictMath.cbrt(captures.length));
    return new CaptureBootstrap(captures.length, block, t -> wide(captures[t]));
  }

  /** Captured steps, T. */
  public int steps() {
    return steps;
  }

  /** Steps a block has. */
  public int blockLength() {
    return blockLength;
  }

  /** The mean over all steps, each value that is defined: [K][K]. */
  public double[][] mean() {
    double[] sum = sums[steps].clone();
    return matrix(sum, counts[steps]);
  }

  /** The mean over steps drawn in blocks until there are T of them: [K][K]. */
  double[][] draw(Stream stream) {
    double[] sum = new double[sums[0].length];
    int[] count = new int[sum.length];
    for (int drawn = 0; drawn < steps; drawn += blockLength) {
      int from = stream.nextInt(steps - blockLength + 1);
      int to = from + Math.min(blockLength, steps - drawn);
      for (int pair = 0; pair < sum.length; pair++) {
        sum[pair] += sums[to][pair] - sums[from][pair];
        count[pair] += counts[to][pair] - counts[from][pair];
      }
    }
    return matrix(sum, count);
  }

  private void add(int step, double[] upper) {
    if (upper.length != sums[0].length) {
      throw new IllegalArgumentException(
          "Captures must be of the same tasks: step " + step + " differs from step 0.");
    }
    for (int pair = 0; pair < upper.length; pair++) {
      boolean defined = !Double.isNaN(upper[pair]);
      sums[step + 1][pair] = sums[step][pair] + (defined ? upper[pair] : 0);
      counts[step + 1][pair] = counts[step][pair] + (defined ? 1 : 0);
    }
  }

  private double[][] matrix(double[] sum, int[] count) {
    double[][] matrix = new double[tasks][tasks];
    for (int i = 0, pair = 0; i < tasks; i++) {
      matrix[i][i] = 1;
      for (int j = i + 1; j < tasks; j++, pair++) {
        matrix[i][j] = matrix[j][i] = count[pair] == 0 ? Double.NaN : sum[pair] / count[pair];
      }
    }
    return matrix;
  }

  private static int checkBlock(int blockLength, int steps) {
    if (blockLength < 1 || blockLength > steps) {
      throw new IllegalArgumentException(
          "Blocks of "
              + steps
              + " captured steps have 1 to "
              + steps
              + " steps, not "
              + blockLength
              + ".");
    }
    return blockLength;
  }

  private static double[][] wide(float[][] matrix) {
    double[][] wide = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        wide[i][j] = matrix[i][j];
      }
    }
    return wide;
  }
}
