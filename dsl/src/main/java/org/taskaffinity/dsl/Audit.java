package org.taskaffinity.dsl;

import java.util.List;
import java.util.Optional;

/**
 * How far the tasks of a dataset, or several datasets with one another, are measured on the same
 * molecules.
 *
 * @param name what was audited
 * @param counts labelled molecules of each task
 * @param shared molecules labelled for both; on the diagonal for the one
 * @param jaccard |A ∩ B| / |A ∪ B|
 * @param ofSmaller |A ∩ B| / min(|A|, |B|)
 * @param ofAll |A ∩ B| over all molecules of the table
 * @param molecules all molecules (rows) of the table
 * @param notes what a reader should know of
 * @param labelCorrelation E over the molecules labelled for both, NaN below 20 of them; empty for
 *     several datasets, and for more than {@value #MOST_CORRELATED} tasks
 * @param columns what each column of the dataset's file is used for, and why, in their order; empty
 *     for several datasets and for planted ones
 */
public record Audit(
    String name,
    List<Integer> counts,
    TaskMatrix shared,
    TaskMatrix jaccard,
    TaskMatrix ofSmaller,
    TaskMatrix ofAll,
    int molecules,
    List<String> notes,
    Optional<TaskMatrix> labelCorrelation,
    List<ColumnRole> columns) {
  /** Tasks up to which label correlations are computed. */
  public static final int MOST_CORRELATED = 250;

  /** Share of molecules that trains under the default split. */
  public static final double TRAINING = 0.8;

  public Audit {
    counts = List.copyOf(counts);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }

  /** Without label correlations and columns. */
  public Audit(
      String name,
      List<Integer> counts,
      TaskMatrix shared,
      TaskMatrix jaccard,
      TaskMatrix ofSmaller,
      TaskMatrix ofAll,
      int molecules,
      List<String> notes) {
    this(
        name,
        counts,
        shared,
        jaccard,
        ofSmaller,
        ofAll,
        molecules,
        notes,
        Optional.empty(),
        List.of());
  }

  /**
   * How a pair would be read by its overlap alone, if {@link #TRAINING} of the molecules train. The
   * bounds are a claim under test: see {@link Reading}.
   */
  public Reading reading(int i, int j) {
    int training = (int) Math.floor(TRAINING * shared.at(i, j));
    return Reading.of(0, jaccard.at(i, j), training);
  }

  /**
   * How many molecules more must be measured for both tasks until their overlap is enough to be
   * read ({@link Reading#READABLE}); 0 if it is. Molecules that have one of the two labels and get
   * the other come first, so the union of both does not grow.
   */
  public long lacking(int i, int j) {
    double union = counts.get(i) + counts.get(j) - shared.at(i, j);
    double wanted = Math.max(Reading.READABLE_SHARED / TRAINING, Reading.READABLE_JACCARD * union);
    return Math.max(0, (long) Math.ceil(wanted - shared.at(i, j) - 1e-9));
  }
}
