package org.taskaffinity.runtime.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * The captured steps of a training, in order: cosines and norms, kept in single precision.
 *
 * <p>Not for use by several threads.
 */
public final class CaptureLog {
  private final int tasks;
  private final List<Long> steps = new ArrayList<>();
  private final List<float[]> cosines = new ArrayList<>();
  private final List<float[]> norms = new ArrayList<>();

  public CaptureLog(int tasks) {
    this.tasks = tasks;
  }

  /** Takes in what was seen at a step. */
  public void add(long step, Capture capture) {
    add(step, flat(capture.cosines()), single(capture.norms()));
  }

  /**
   * Takes in what was seen at a step.
   *
   * @param step counted from 0, later than those before it
   * @param cosine [K·K], row after row; NaN where a task was absent
   * @param norm [K]; NaN where a task was absent
   */
  public void add(long step, float[] cosine, float[] norm) {
    steps.add(step);
    cosines.add(cosine);
    norms.add(norm);
  }

  /** K. */
  public int tasks() {
    return tasks;
  }

  /** T, how many steps were captured. */
  public int size() {
    return steps.size();
  }

  /** The steps [T]. */
  public long[] steps() {
    return steps.stream().mapToLong(Long::longValue).toArray();
  }

  /** The cosines, T rows of K·K. */
  public List<float[]> cosines() {
    return List.copyOf(cosines);
  }

  /** The norms, T rows of K. */
  public List<float[]> norms() {
    return List.copyOf(norms);
  }

  /** The captures from a step on. */
  public CaptureLog from(long first) {
    CaptureLog later = new CaptureLog(tasks);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) >= first) {
        later.add(steps.get(i), cosines.get(i), norms.get(i));
      }
    }
    return later;
  }

  /** The mean of all captures, and their conflict rate. */
  public AffinityMean mean(AffinityMean.Missing missing) {
    AffinityMean mean = new AffinityMean(tasks, missing);
    for (float[] flat : cosines) {
      mean.add(square(flat));
    }
    return mean;
  }

  /** The cosines of the i-th capture, [K][K]. */
  public double[][] square(int i) {
    return square(cosines.get(i));
  }

  private double[][] square(float[] flat) {
    double[][] matrix = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < tasks; j++) {
        matrix[i][j] = flat[i * tasks + j];
      }
    }
    return matrix;
  }

  private float[] flat(double[][] matrix) {
    float[] flat = new float[tasks * tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < tasks; j++) {
        flat[i * tasks + j] = (float) matrix[i][j];
      }
    }
    return flat;
  }

  private static float[] single(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
