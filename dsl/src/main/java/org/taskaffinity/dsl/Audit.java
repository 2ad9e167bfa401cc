package org.taskaffinity.dsl;

import java.util.List;

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
 */
public record Audit(
    String name,
    List<Integer> counts,
    TaskMatrix shared,
    TaskMatrix jaccard,
    TaskMatrix ofSmaller,
    TaskMatrix ofAll,
    int molecules,
    List<String> notes) {
  public Audit {
    counts = List.copyOf(counts);
    notes = List.copyOf(notes);
  }
}
