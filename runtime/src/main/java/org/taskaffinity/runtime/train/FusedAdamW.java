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
  private final List<Moments> moments;
  private final float[] w = new float[CHUNK];
  private final float[] g = new float[CHUNK];
  private long updates;

  FusedAdamW(List<Parameter> parameters, Optimisation optimisation) {
    this.parameters = parameters;
    this.optimisation = optimisation;
    moments = parameters.stream().map(parameter -> new Moments(parameter.size())).toList();
  }

  @Override
  public void step(double rate, double factor) {
    updates++;
    Constants c = Constants.at(updates, rate, factor, optimisation);
    for (int i = 0; i < parameters.size(); i++) {
      update(parameters.get(i), moments.get(i), c);
    }
  }

  private void update(Parameter parameter, Moments own, Constants c) {
    FloatBuffer values = parameter.valueView();
    FloatBuffer gradients = parameter.reached() ? parameter.gradientView() : null;
    for (int chunk = 0; chunk < own.m.length; chunk++) {
      int at = chunk * CHUNK;
      int count = own.m[chunk].length;
      values.get(at, w, 0, count);
      read(gradients, at, count);
      mean(own.m[chunk], g, count, c.factor, c.beta1, c.rest1);
      spread(own.v[chunk], g, count, c.factor, c.beta2, c.rest2);
      move(w, own.m[chunk], own.v[chunk], count, c);
      values.put(at, w, 0, count);
      if (gradients != null) {
        gradients.put(at, ZEROS, 0, count);
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

  private static void mean(float[] m, float[] g, int n, float factor, float beta, float rest) {
    for (int i = 0; i < n; i++) {
      m[i] = beta * m[i] + rest * (g[i] * factor);
    }
  }

  private static void spread(float[] v, float[] g, int n, float factor, float beta, float rest) {
    for (int i = 0; i < n; i++) {
      float gradient = g[i] * factor;
      v[i] = beta * v[i] + rest * (gradient * gradient);
    }
  }

  private static void move(float[] w, float[] m, float[] v, int n, Constants c) {
    move(w, m, v, n, c.keep, c.root2, c.epsilon, c.size);
  }

  private static void move(
      float[] w, float[] m, float[] v, int n, float keep, float root, float e, float size) {
    for (int i = 0; i < n; i++) {
      w[i] = keep * w[i] - size * (m[i] / ((float) Math.sqrt(v[i]) * root + e));
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
    for (int i = 0; i < parameters.size(); i++) {
      arrays.put("m/" + parameters.get(i).name(), Moments.joined(moments.get(i).m));
      arrays.put("v/" + parameters.get(i).name(), Moments.joined(moments.get(i).v));
    }
  }

  @Override
  public void restore(Map<String, float[]> arrays, long done) {
    updates = done;
    for (int i = 0; i < parameters.size(); i++) {
      Moments.part(arrays.get("m/" + parameters.get(i).name()), moments.get(i).m);
      Moments.part(arrays.get("v/" + parameters.get(i).name()), moments.get(i).v);
    }
  }

  /**
   * m and v of one parameter, in chunks: loops from 0 on are vectorised, loops with offsets not.
   */
  private static final class Moments {
    final float[][] m;
    final float[][] v;

    Moments(int size) {
      m = chunks(size);
      v = chunks(size);
    }

    private static float[][] chunks(int size) {
      float[][] chunks = new float[(size + CHUNK - 1) / CHUNK][];
      for (int i = 0; i < chunks.length; i++) {
        chunks[i] = new float[Math.min(CHUNK, size - i * CHUNK)];
      }
      return chunks;
    }

    static float[] joined(float[][] chunks) {
      int last = chunks.length - 1;
      float[] all = new float[last * CHUNK + chunks[last].length];
      for (int i = 0; i < chunks.length; i++) {
        System.arraycopy(chunks[i], 0, all, i * CHUNK, chunks[i].length);
      }
      return all;
    }

    static void part(float[] all, float[][] chunks) {
      for (int i = 0; i < chunks.length; i++) {
        System.arraycopy(all, i * CHUNK, chunks[i], 0, chunks[i].length);
      }
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
