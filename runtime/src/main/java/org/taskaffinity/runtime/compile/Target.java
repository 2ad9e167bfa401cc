package org.taskaffinity.runtime.compile;

import java.util.Objects;

/**
 * One task as training sees it.
 *
 * @param name the task's name, unique in its experiment; names its streams of random numbers too
 * @param kind what its labels are
 * @param positiveWeight factor on the loss of positive labels, above 0; 1 for none, and always 1 in
 *     regression
 */
public record Target(String name, Kind kind, double positiveWeight) {

  /** What a task's labels are, and with that its loss. */
  public enum Kind {
    /** Labels 0 and 1; binary cross-entropy on the logit. */
    BINARY,
    /** Real labels; squared error. */
    REGRESSION
  }

  public Target {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    if (!(positiveWeight > 0) || Double.isInfinite(positiveWeight)) {
      throw new IllegalArgumentException(
          "positiveWeight of \"" + name + "\" is " + positiveWeight + "; write a number above 0.");
    }
    if (kind == Kind.REGRESSION && positiveWeight != 1) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is a regression, which has no positives to weight; write 1.");
    }
  }

  /** A task with labels 0 and 1. */
  public static Target binary(String name) {
    return new Target(name, Kind.BINARY, 1);
  }

  /** A task with real labels. */
  public static Target regression(String name) {
    return new Target(name, Kind.REGRESSION, 1);
  }
}
