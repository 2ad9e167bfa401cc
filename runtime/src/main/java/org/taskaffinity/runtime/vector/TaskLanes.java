package org.taskaffinity.runtime.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows of tasks: the numbers of PANEL tasks side by side, in two registers. */
final class TaskLanes {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int L = Lanes.COUNT;

  private TaskLanes() {}

  /** y = a · x. */
  static void scaled(float[] x, int from, float a, float[] y, int to) {
    FloatVector.fromArray(S, x, from).mul(a).intoArray(y, to);
    FloatVector.fromArray(S, x, from + L).mul(a).intoArray(y, to + L);
  }

  /** y = a · x + b · u + c · v. */
  static void mixed(
      float a,
      float[] x,
      int from,
      float b,
      float[] u,
      float c,
      float[] v,
      int at,
      float[] y,
      int to) {
    FloatVector p = FloatVector.fromArray(S, x, from).mul(a);
    FloatVector q = FloatVector.fromArray(S, x, from + L).mul(a);
    FloatVector r = FloatVector.broadcast(S, b);
    FloatVector s = FloatVector.broadcast(S, c);
    p = r.fma(FloatVector.fromArray(S, u, at), p);
    q = r.fma(FloatVector.fromArray(S, u, at + L), q);
    s.fma(FloatVector.fromArray(S, v, at), p).intoArray(y, to);
    s.fma(FloatVector.fromArray(S, v, at + L), q).intoArray(y, to + L);
  }

  /** y = a · u + b · v. */
  static void both(float a, float[] u, float b, float[] v, int at, float[] y, int to) {
    FloatVector r = FloatVector.broadcast(S, a);
    FloatVector s = FloatVector.broadcast(S, b);
    r.fma(FloatVector.fromArray(S, u, at), FloatVector.fromArray(S, v, at).mul(s)).intoArray(y, to);
    r.fma(FloatVector.fromArray(S, u, at + L), FloatVector.fromArray(S, v, at + L).mul(s))
        .intoArray(y, to + L);
  }

  /** u += a · x, v += b · x. */
  static void addBoth(float[] x, int from, float a, float[] u, float b, float[] v, int at) {
    FloatVector p = FloatVector.fromArray(S, x, from);
    FloatVector q = FloatVector.fromArray(S, x, from + L);
    p.mul(a).add(FloatVector.fromArray(S, u, at)).intoArray(u, at);
    q.mul(a).add(FloatVector.fromArray(S, u, at + L)).intoArray(u, at + L);
    p.mul(b).add(FloatVector.fromArray(S, v, at)).intoArray(v, at);
    q.mul(b).add(FloatVector.fromArray(S, v, at + L)).intoArray(v, at + L);
  }
}
