package org.taskaffinity.runtime.train;

import java.util.List;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Adam and AdamW; its scalars are floats, as tensors would see them. */
final class AdamChunks implements ChunkRule {
  private final UpdateRule.Adam rule;
  private final double decay;
  private float factor;
  private float keep;
  private float root;
  private float size;

  AdamChunks(UpdateRule.Adam rule, double decay) {
    this.rule = rule;
    this.decay = decay;
  }

  @Override
  public List<String> remembered() {
    return List.of("m", "v");
  }

  @Override
  public void begin(long t, double rate, double factor) {
    this.factor = (float) factor;
    keep = rule.decoupled() ? (float) (1 - rate * decay) : 1;
    root = (float) (1 / Math.sqrt(1 - StrictMath.pow(rule.beta2(), t)));
    size = (float) (rate / (1 - StrictMath.pow(rule.beta1(), t)));
  }

  @Override
  public void move(float[] w, float[] g, float[][] remembered, int count) {
    float[] m = remembered[0];
    float[] v = remembered[1];
    float times = factor;
    if (!rule.decoupled()) {
      ChunkRule.penalise(g, w, count, factor, (float) decay);
      times = 1;
    }
    mean(m, g, count, times, (float) rule.beta1(), (float) (1 - rule.beta1()));
    spread(v, g, count, times, (float) rule.beta2(), (float) (1 - rule.beta2()));
    move(w, m, v, count, keep, root, (float) rule.epsilon(), size);
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

  private static void move(
      float[] w, float[] m, float[] v, int n, float keep, float root, float e, float size) {
    for (int i = 0; i < n; i++) {
      w[i] = keep * w[i] - size * (m[i] / ((float) Math.sqrt(v[i]) * root + e));
    }
  }
}
