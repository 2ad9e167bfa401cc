package org.taskaffinity.runtime.vector;

import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taskaffinity.runtime.compile.UpdateRule;

/**
 * Adam and AdamW in one pass over memory. AdamW's gradient has no penalty, and is computed with one
 * of 0: loops of its own, hot beside the others in one JVM, were too many for the compiler to
 * inline into {@code move}, and an update took ten times as long.
 */
final class LaneAdam implements Update {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;

  private final UpdateRule.Adam rule;
  private final double decay;
  private final float pull;
  private final float[] m;
  private final float[] v;
  private long updates;
  private float factor;
  private float keep;
  private float root;
  private float size;

  LaneAdam(UpdateRule.Adam rule, double decay, int parameters) {
    this.rule = rule;
    this.decay = rule.decoupled() ? decay : 0;
    pull = rule.decoupled() ? 0 : (float) decay;
    m = new float[parameters];
    v = new float[parameters];
  }

  @Override
  public void begin(double rate, double factor) {
    updates++;
    this.factor = (float) factor;
    keep = (float) (1 - rate * decay);
    root = (float) (1 / Math.sqrt(1 - StrictMath.pow(rule.beta2(), updates)));
    size = (float) (rate / (1 - StrictMath.pow(rule.beta1(), updates)));
  }

  @Override
  public void move(float[] values, float[] gradient, int from, int end) {
    float beta1 = (float) rule.beta1();
    float rest1 = (float) (1 - rule.beta1());
    float beta2 = (float) rule.beta2();
    float rest2 = (float) (1 - rule.beta2());
    mean(m, gradient, values, from, end, factor, pull, beta1, rest1);
    spread(v, gradient, values, from, end, factor, pull, beta2, rest2);
    move(values, m, v, from, end, keep, root, (float) rule.epsilon(), size);
  }

  /** Of the gradient with that of an L2 penalty. */
  private static void mean(
      float[] m,
      float[] g,
      float[] w,
      int from,
      int end,
      float factor,
      float pull,
      float beta,
      float rest) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector penalty = FloatVector.fromArray(S, w, i).mul(pull);
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(factor).add(penalty);
      FloatVector.fromArray(S, m, i).mul(beta).add(gradient.mul(rest)).intoArray(m, i);
    }
  }

  /** Of the gradient with that of an L2 penalty. */
  private static void spread(
      float[] v,
      float[] g,
      float[] w,
      int from,
      int end,
      float factor,
      float pull,
      float beta,
      float rest) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector penalty = FloatVector.fromArray(S, w, i).mul(pull);
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(factor).add(penalty);
      FloatVector square = gradient.mul(gradient).mul(rest);
      FloatVector.fromArray(S, v, i).mul(beta).add(square).intoArray(v, i);
    }
  }

  private static void move(
      float[] w,
      float[] m,
      float[] v,
      int from,
      int end,
      float keep,
      float root,
      float e,
      float size) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector spread = FloatVector.fromArray(S, v, i).sqrt().mul(root).add(e);
      FloatVector by = FloatVector.fromArray(S, m, i).div(spread).mul(size);
      FloatVector.fromArray(S, w, i).mul(keep).sub(by).intoArray(w, i);
    }
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public void save(Store store, Map<String, float[]> arrays) {
    store.save("m/", m, arrays);
    store.save("v/", v, arrays);
  }

  @Override
  public void restore(Store store, Map<String, float[]> arrays, long done) {
    updates = done;
    store.restore("m/", m, arrays);
    store.restore("v/", v, arrays);
  }
}
