package org.taskaffinity.runtime.train;

import java.util.List;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Gradient descent, with momentum or without. */
final class MomentumChunks implements ChunkRule {
  private final double momentum;
  private final float decay;
  private float rate;
  private float factor;

  MomentumChunks(UpdateRule.Momentum rule, double decay) {
    momentum = rule.momentum();
    this.decay = (float) decay;
  }

  @Override
  public List<String> remembered() {
    return momentum == 0 ? List.of() : List.of("momentum");
  }

  @Override
  public void begin(long t, double rate, double factor) {
    this.rate = (float) rate;
    this.factor = (float) factor;
  }

  @Override
  public void move(float[] w, float[] g, float[][] remembered, int count) {
    ChunkRule.penalise(g, w, count, factor, decay);
    if (momentum == 0) {
      follow(w, g, count, rate);
    } else {
      gather(remembered[0], g, count, (float) momentum);
      follow(w, remembered[0], count, rate);
    }
  }

  private static void gather(float[] b, float[] g, int n, float momentum) {
    for (int i = 0; i < n; i++) {
      b[i] = momentum * b[i] + g[i];
    }
  }

  private static void follow(float[] w, float[] b, int n, float rate) {
    for (int i = 0; i < n; i++) {
      w[i] -= rate * b[i];
    }
  }
}
