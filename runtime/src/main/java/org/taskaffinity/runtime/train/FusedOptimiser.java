package org.taskaffinity.runtime.train;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.tensor.Parameter;

/**
 * One pass over memory: chunks that fit the first cache are copied out of PyTorch's memory, moved
 * by a {@link ChunkRule}, and copied back.
 */
final class FusedOptimiser implements Optimiser {
  private static final int CHUNK = 1024;
  private static final float[] ZEROS = new float[CHUNK];

  private final List<Parameter> parameters;
  private final ChunkRule rule;

  /**
   * What the rule remembers, for each parameter [chunks][its names][numbers]: loops from 0 on are
   * vectorised, loops with offsets not.
   */
  private final List<float[][][]> memories = new ArrayList<>();

  private final float[] w = new float[CHUNK];
  private final float[] g = new float[CHUNK];
  private long updates;

  FusedOptimiser(List<Parameter> parameters, OptimizerSettings optimisation) {
    this.parameters = parameters;
    rule = ChunkRule.of(optimisation);
    int names = rule.remembered().size();
    for (Parameter parameter : parameters) {
      float[][][] memory = new float[(parameter.size() + CHUNK - 1) / CHUNK][][];
      for (int chunk = 0; chunk < memory.length; chunk++) {
        memory[chunk] = new float[names][count(parameter, chunk)];
      }
      memories.add(memory);
    }
  }

  private static int count(Parameter parameter, int chunk) {
    return Math.min(CHUNK, parameter.size() - chunk * CHUNK);
  }

  @Override
  public void step(double rate, double factor) {
    updates++;
    rule.begin(updates, rate, factor);
    for (int i = 0; i < parameters.size(); i++) {
      update(parameters.get(i), memories.get(i));
    }
  }

  private void update(Parameter parameter, float[][][] memory) {
    FloatBuffer values = parameter.valueView();
    FloatBuffer gradients = parameter.reached() ? parameter.gradientView() : null;
    for (int chunk = 0; chunk < memory.length; chunk++) {
      int at = chunk * CHUNK;
      int count = count(parameter, chunk);
      values.get(at, w, 0, count);
      read(gradients, at, count);
      rule.move(w, g, memory[chunk], count);
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

  /** One array of what is remembered: a parameter's, whole and in chunks. */
  private interface Copying {
    void of(String name, float[][][] memory, int which);
  }

  private void each(Copying copying) {
    for (int i = 0; i < parameters.size(); i++) {
      for (int which = 0; which < rule.remembered().size(); which++) {
        String name = rule.remembered().get(which) + "/" + parameters.get(i).name();
        copying.of(name, memories.get(i), which);
      }
    }
  }

  @Override
  public void save(Map<String, float[]> arrays) {
    each(
        (name, memory, which) -> {
          int last = memory.length - 1;
          float[] all = new float[last * CHUNK + memory[last][which].length];
          for (int i = 0; i < memory.length; i++) {
            System.arraycopy(memory[i][which], 0, all, i * CHUNK, memory[i][which].length);
          }
          arrays.put(name, all);
        });
  }

  @Override
  public void restore(Map<String, float[]> arrays, long done) {
    updates = done;
    each(
        (name, memory, which) -> {
          for (int i = 0; i < memory.length; i++) {
            int count = memory[i][which].length;
            System.arraycopy(arrays.get(name), i * CHUNK, memory[i][which], 0, count);
          }
        });
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
