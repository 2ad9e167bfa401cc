package org.taskaffinity.runtime.train;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.network.Parameter;

/**
 * AdamW in one pass over memory: chunks that fit the first cache are copied out of PyTorch's
 * memory, updated in loops the JIT compiler vectorises, and copied back.
 */
final class FusedAdamW implements AdamW {
  private static final int CHUNK = 1024;
  private static final float[] ZEROS = new float[CHUNK];

  private final List<Parameter> parameters;
  private final Optimisation optimisation;
  private final float[][] m;
  private final float[][] v;
  private final float[] w = new float[CHUNK];
  private final float[] g = new float[CHUNK];
  private long updates;

  FusedAdamW(List<Parameter> parameters, Optimisation optimisation) {
    this.parameters = parameters;
    this.optimisation = optimisation;
    m = new float[parameters.size()][];
    v = new float[parameters.size()][];
    for (int i = 0; i < m.length; i++) {
      m[i] = new float[parameters.get(i).size()];
      v[i] = new float[parameters.get(i).size()];
    }
  }

  @Override
  public void step(double rate, double factor) {
    updates++;
    Constants c = Constants.at(updates, rate, factor, optimisation);
    for (int i = 0; i < m.length; i++) {
      Parameter parameter = parameters.get(i);
      FloatBuffer values = parameter.valueView();
      FloatBuffer gradients = parameter.reached() ? parameter.gradientView() : null;
      for (int at = 0; at < m[i].length; at += CHUNK) {
        int count = Math.min(CHUNK, m[i].length - at);
        values.get(at, w, 0, count);
        read(gradients, at, count);
        update(w, g, m[i], v[i], at, count, c);
        values.put(at, w, 0, count);
        if (gradients != null) {
          gradients.put(at, ZEROS, 0, count);
        }
      }
    }
  }

  private void read(FloatBuffer gradients, int at, int count) {
    if (gradients == null) {
      System.arraycopy(ZEROS, 0, g, 0, count);
    } else {
      gradients.get(at, g, 0, count);
    }
  }

  /** The scalars of one update, in float as tensors would see them. */
  private record Constants(
      float factor,
      float keep,
      float beta1,
      float rest1,
      float beta2,
      float rest2,
      float root2,
      float epsilon,
      float size) {

    static Constants at(long t, double rate, double factor, Optimisation o) {
      return new Constants(
          (float) factor,
          (float) (1 - rate * o.weightDecay()),
          (float) o.beta1(),
          (float) (1 - o.beta1()),
          (float) o.beta2(),
          (float) (1 - o.beta2()),
          (float) (1 / Math.sqrt(1 - StrictMath.pow(o.beta2(), t))),
          (float) o.epsilon(),
          (float) (rate / (1 - StrictMath.pow(o.beta1(), t))));
    }
  }

  private static void update(
      float[] w, float[] g, float[] m, float[] v, int at, int count, Constants c) {
    moments(g, m, v, at, count, c.factor, c.beta1, c.rest1, c.beta2, c.rest2);
    move(w, m, v, at, count, c.keep, c.root2, c.epsilon, c.size);
  }

  private static void moments(
      float[] g,
      float[] m,
      float[] v,
      int at,
      int n,
      float f,
      float b1,
      float r1,
      float b2,
      float r2) {
    for (int i = 0; i < n; i++) {
      float gradient = g[i] * f;
      m[at + i] = b1 * m[at + i] + r1 * gradient;
      v[at + i] = b2 * v[at + i] + r2 * (gradient * gradient);
    }
  }

  private static void move(
      float[] w, float[] m, float[] v, int at, int n, float keep, float root, float e, float s) {
    for (int i = 0; i < n; i++) {
      float denominator = (float) Math.sqrt(v[at + i]) * root + e;
      w[i] = keep * w[i] - s * (m[at + i] / denominator);
    }
  }

  @Override
  public double gradientNorm() {
    double sum = 0;
    for (Parameter parameter : parameters) {
      if (parameter.reached()) {
        FloatBuffer gradients = parameter.gradientView();
        for (int at = 0; at < parameter.size(); at += CHUNK) {
          int count = Math.min(CHUNK, parameter.size() - at);
          gradients.get(at, g, 0, count);
          sum += squares(g, count);
        }
      }
    }
    return Math.sqrt(sum);
  }

  /** Four sums side by side, so that additions need not wait for one another. */
  private static double squares(float[] g, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      a += (double) g[i] * g[i];
      b += (double) g[i + 1] * g[i + 1];
      c += (double) g[i + 2] * g[i + 2];
      d += (double) g[i + 3] * g[i + 3];
    }
    for (; i < count; i++) {
      a += (double) g[i] * g[i];
    }
    return (a + b) + (c + d);
  }

  @Override
  public void save(Map<String, float[]> arrays) {
    for (int i = 0; i < m.length; i++) {
      arrays.put("m/" + parameters.get(i).name(), m[i].clone());
      arrays.put("v/" + parameters.get(i).name(), v[i].clone());
    }
  }

  @Override
  public void restore(Map<String, float[]> arrays, long done) {
    updates = done;
    for (int i = 0; i < m.length; i++) {
      System.arraycopy(arrays.get("m/" + parameters.get(i).name()), 0, m[i], 0, m[i].length);
      System.arraycopy(arrays.get("v/" + parameters.get(i).name()), 0, v[i], 0, v[i].length);
    }
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public void close() {
    // Holds nothing but arrays.
  }
}
