package org.taskaffinity.dsl;

/**
 * How E is computed: the Pearson correlation of two tasks' labels over the molecules measured for
 * both (φ for two classifications). A pair with fewer shared molecules than the minimum, or with a
 * constant column, is missing.
 *
 * @param rows which rows and labels
 * @param minimumShared shared molecules a pair needs, at least 3
 */
public record LabelCorrelation(Rows rows, int minimumShared) implements Part {
  public LabelCorrelation {
    Check.atLeast(
        3, "minimumShared", minimumShared, "Write " + Remedy.number("minimumShared", 20).asked());
  }

  public LabelCorrelation minimumShared(int molecules) {
    return new LabelCorrelation(rows, molecules);
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.labelCorrelation(this);
  }

  @Override
  public String toString() {
    return "labelCorrelation(" + Say.constant(rows) + ").minimumShared(" + minimumShared + ")";
  }
}
