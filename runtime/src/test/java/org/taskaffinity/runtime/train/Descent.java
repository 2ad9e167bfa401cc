package org.taskaffinity.runtime.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Five clipped steps at falling rates by each rule: what both engines shall come to. */
public enum Descent {
  ADAM_W("adamW", UpdateRule.ADAM_W, .1, "m", "v"),
  ADAM("adam", UpdateRule.ADAM, .1, "m", "v"),
  ADAM_WITHOUT_DECAY("adam without decay", UpdateRule.ADAM, 0, "m", "v"),
  SGD("sgd", new UpdateRule.Momentum(.9), .1, "momentum"),
  SGD_WITHOUT_MOMENTUM("sgd without momentum", new UpdateRule.Momentum(0), .1);

  public static final int STEPS = 5;
  public static final int COUNT = 2400;
  private static final double CLIP = 20;
  private static final int EVERY = 300;

  private final String name;
  private final UpdateRule rule;
  private final double decay;
  private final String[] remembered;

  Descent(String name, UpdateRule rule, double decay, String... remembered) {
    this.name = name;
    this.rule = rule;
    this.decay = decay;
    this.remembered = remembered;
  }

  /** What it keeps between steps, by the names of a state. */
  public String[] remembered() {
    return remembered.clone();
  }

  public UpdateRule rule() {
    return rule;
  }

  public OptimizerSettings optimisation() {
    return new OptimizerSettings(
        .02, decay, rule, CLIP, Schedule.CONSTANT, 1, 32, new Combination.Sum());
  }

  /** The rate of a step, counted from 1. */
  public static double rate(int t) {
    return .02 / t;
  }

  public static float[] start() {
    return floats(wideStart());
  }

  private static double[] wideStart() {
    return IntStream.range(0, COUNT).mapToDouble(Math::cos).toArray();
  }

  public static float[] gradient(int t) {
    return floats(wideGradient(t));
  }

  private static double[] wideGradient(int t) {
    return IntStream.range(0, COUNT).mapToDouble(i -> 3 * Math.sin(.7 * i + t)).toArray();
  }

  /** What a gradient is multiplied by, as {@code torch.nn.utils.clip_grad_norm_} has it. */
  public static double factor(int t) {
    double norm = Math.sqrt(Arrays.stream(wideGradient(t)).map(g -> g * g).sum());
    return Math.min(1, CLIP / (norm + 1e-6));
  }

  /** The papers' equations in double, number by number. */
  public double[] exact() {
    double[] w = wideStart();
    double[] m = new double[COUNT];
    double[] v = new double[COUNT];
    for (int t = 1; t <= STEPS; t++) {
      double[] gradients = wideGradient(t);
      for (int i = 0; i < COUNT; i++) {
        double g = gradients[i] * factor(t);
        switch (this) {
          case SGD -> {
            m[i] = .9 * m[i] + g + decay * w[i];
            w[i] -= rate(t) * m[i];
          }
          case SGD_WITHOUT_MOMENTUM -> w[i] -= rate(t) * (g + decay * w[i]);
          case ADAM_W -> {
            w[i] -= rate(t) * decay * w[i];
            adam(w, m, v, i, g, t);
          }
          default -> adam(w, m, v, i, g + decay * w[i], t);
        }
      }
    }
    return w;
  }

  private static void adam(double[] w, double[] m, double[] v, int i, double g, int t) {
    m[i] = .9 * m[i] + .1 * g;
    v[i] = .999 * v[i] + .001 * g * g;
    double mean = m[i] / (1 - Math.pow(.9, t));
    double spread = v[i] / (1 - Math.pow(.999, t));
    w[i] -= rate(t) * mean / (Math.sqrt(spread) + 1e-8);
  }

  /** Every 300th number, as PyTorch computed it; optimisers.py made them. */
  public double[] torch() {
    try (InputStream in = Descent.class.getResourceAsStream("optimisers.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(name + ","))
          .flatMapToDouble(
              line -> Arrays.stream(line.split(",")).skip(1).mapToDouble(Double::parseDouble))
          .toArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those of all numbers that PyTorch's were written down of. */
  public static double[] some(double[] all) {
    return IntStream.range(0, COUNT / EVERY).mapToDouble(i -> all[EVERY * i]).toArray();
  }

  public static double[] wide(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static float[] floats(double[] wide) {
    float[] values = new float[wide.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) wide[i];
    }
    return values;
  }
}
