package org.taskaffinity.runtime.vector;

import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Gradient descent, with momentum or without, in one pass over memory. */
final class LaneMomentum implements Update {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;

  private final double momentum;
  private final float decay;
  private final float[] b;
  private long updates;
  private float rate;
  private float factor;

  LaneMomentum(UpdateRule.Momentum rule, double decay, int parameters) {
    momentum = rule.momentum();
    this.decay = (float) decay;
    b = new float[momentum == 0 ? 0 : parameters];
  }

  @Override
  public void begin(double rate, double factor) {
    updates++;
    this.rate = (float) rate;
    this.factor = (float) factor;
  }

  @Override
  public void move(float[] values, float[] gradient, int from, int end) {
    if (momentum == 0) {
      follow(values, gradient, from, end, factor, decay, rate);
    } else {
      gather(b, gradient, values, from, end, factor, decay, (float) momentum);
      follow(values, b, from, end, rate);
    }
  }

  private static void gather(
      float[] b,
      float[] g,
      float[] w,
      int from,
      int end,
      float factor,
      float decay,
      float momentum) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector penalty = FloatVector.fromArray(S, w, i).mul(decay);
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(factor).add(penalty);
      FloatVector.fromArray(S, b, i).mul(momentum).add(gradient).intoArray(b, i);
    }
  }

  private static void follow(float[] w, float[] b, int from, int end, float rate) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector by = FloatVector.fromArray(S, b, i).mul(rate);
      FloatVector.fromArray(S, w, i).sub(by).intoArray(w, i);
    }
  }

  private static void follow(
      float[] w, float[] g, int from, int end, float factor, float decay, float rate) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector at = FloatVector.fromArray(S, w, i);
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(factor).add(at.mul(decay));
      at.sub(gradient.mul(rate)).intoArray(w, i);
    }
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public void save(Store store, Map<String, float[]> arrays) {
    if (momentum != 0) {
      store.save("momentum/", b, arrays);
    }
  }

  @Override
  public void restore(Store store, Map<String, float[]> arrays, long done) {
    updates = done;
    if (momentum != 0) {
      store.restore("momentum/", b, arrays);
    }
  }
}
