package org.taskaffinity.runtime.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Captured;

/**
 * Collects the captured steps of a training in order, cosines and norms in single precision, for
 * checkpoints and to make a {@link Captured} of.
 *
 * <p>Not for use by several threads.
 */
public final class CaptureLog {
  private final int tasks;
  private final List<Long> steps = new ArrayList<>();
  private final List<float[]> cosines = new ArrayList<>();
  private final List<float[]> norms = new ArrayList<>();
  private final List<float[]> across = new ArrayList<>();

  public CaptureLog(int tasks) {
    this.tasks = tasks;
  }

  /** Takes in what was seen at a step. */
  public void add(long step, Capture capture) {
    add(step, flat(capture.cosines()), single(capture.norms()));
  }

  /**
   * Takes in what was seen at a step, and between its batches.
   *
   * @param products mean inner products between batches [K, K]
   */
  public void add(long step, Capture capture, double[][] products) {
    add(step, flat(capture.cosines()), single(capture.norms()), flat(products));
  }

  /**
   * Takes in what was seen at a step, and between its batches.
   *
   * @param step counted from 0, later than those before it
   * @param cosine [K·K], row after row; NaN where a task was absent
   * @param norm [K]; NaN where a task was absent
   * @param products [K·K], row after row; NaN where no two batches have both tasks
   */
  public void add(long step, float[] cosine, float[] norm, float[] products) {
    add(step, cosine, norm);
    across.add(products);
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

  /** Mean inner products between batches, T rows of K·K; empty where one was captured a step. */
  public Optional<List<float[]>> across() {
    return across.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(across));
  }

  /**
   * The same as a value of the language.
   *
   * @param names K names of the tasks
   */
  public Captured captured(List<String> names) {
    return new Captured(names, steps(), cosines, norms, across());
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
