package org.taskaffinity.dsl;

import java.util.Locale;

/**
 * How E is computed: the Pearson correlation of two tasks' labels over the molecules measured for
 * both (φ for two classifications). A pair with fewer shared molecules than the minimum, or with a
 * constant column, is missing.
 *
 * <p>For two classifications, the 2 × 2 table of their labels over the shared molecules must also
 * have an expected count of at least {@code minimumExpected} in each cell: with n shared molecules,
 * the smaller class of one task a and of the other b, a b / n. φ from fewer co-positives is noise.
 * For a classification and a regression, the smaller class on the shared molecules must have at
 * least as many. Two regressions are not concerned.
 *
 * @param rows which rows and labels
 * @param minimumShared shared molecules a pair needs, at least 3
 * @param minimumExpected smallest expected count a pair with a classification needs; 0 for no such
 *     requirement
 */
public record LabelCorrelation(Rows rows, int minimumShared, int minimumExpected)
    implements Part, Measure {
  public LabelCorrelation {
    Check.atLeast(3, "minimumShared", minimumShared, "Write " + Check.example("minimumShared", 20));
    Check.atLeast(
        0,
        "minimumExpected",
        minimumExpected,
        "Write " + Check.example("minimumExpected", 5) + ", or 0 for no requirement");
  }

  /** Without a requirement on expected counts. */
  public LabelCorrelation(Rows rows, int minimumShared) {
    this(rows, minimumShared, 0);
  }

  public LabelCorrelation minimumShared(int molecules) {
    return new LabelCorrelation(rows, molecules, minimumExpected);
  }

  /** The smallest expected count of the 2 × 2 table of two classifications, at least. */
  public LabelCorrelation minimumExpected(int molecules) {
    return new LabelCorrelation(rows, minimumShared, molecules);
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.labelCorrelation(this);
  }

  /** What it is called as a measure of affinity. */
  @Override
  public String name() {
    return "label correlation, " + rows.name().toLowerCase(Locale.ROOT).replace('_', '-') + " rows";
  }

  /** False: a correlation has no direction. */
  @Override
  public boolean directed() {
    return false;
  }

  /** {@link Measure.Needs#LABELS}. */
  @Override
  public Needs needs() {
    return Needs.LABELS;
  }

  @Override
  public <R> R fold(Cases<R> cases) {
    return cases.labelCorrelation(this);
  }

  @Override
  public String toString() {
    return "labelCorrelation("
        + Say.constant(rows)
        + ").minimumShared("
        + minimumShared
        + ")"
        + (minimumExpected == 0 ? "" : ".minimumExpected(" + minimumExpected + ")");
  }
}
