package org.taskaffinity.runtime.vector;

import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taskaffinity.runtime.compile.Optimisation;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2), ε after the bias correction, in one pass over
 * memory.
 */
final class LaneAdamW implements Update {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;

  private final Optimisation o;
  private final float[] m;
  private final float[] v;
  private long updates;
  private float factor;
  private float keep;
  private float root;
  private float size;

  LaneAdamW(Optimisation optimisation, int parameters) {
    o = optimisation;
    m = new float[parameters];
    v = new float[parameters];
  }

  @Override
  public void begin(double rate, double factor) {
    updates++;
    this.factor = (float) factor;
    keep = (float) (1 - rate * o.weightDecay());
    root = (float) (1 / Math.sqrt(1 - StrictMath.pow(o.beta2(), updates)));
    size = (float) (rate / (1 - StrictMath.pow(o.beta1(), updates)));
  }

  @Override
  public void move(float[] values, float[] gradient, int from, int end) {
    mean(m, gradient, from, end, factor, (float) o.beta1(), (float) (1 - o.beta1()));
    spread(v, gradient, from, end, factor, (float) o.beta2(), (float) (1 - o.beta2()));
    move(values, m, v, from, end, keep, root, (float) o.epsilon(), size);
  }

  private static void mean(
      float[] m, float[] g, int from, int end, float factor, float beta, float rest) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(factor);
      FloatVector.fromArray(S, m, i).mul(beta).add(gradient.mul(rest)).intoArray(m, i);
    }
  }

  private static void spread(
      float[] v, float[] g, int from, int end, float factor, float beta, float rest) {
    for (int i = from; i < end; i += S.length()) {
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(factor);
      FloatVector.fromArray(S, v, i)
          .mul(beta)
          .add(gradient.mul(gradient).mul(rest))
          .intoArray(v, i);
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
