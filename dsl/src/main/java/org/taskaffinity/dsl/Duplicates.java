package org.taskaffinity.dsl;

/**
 * What becomes of rows that hold the same molecule (equal canonical SMILES). They are counted in
 * any case.
 */
public enum Duplicates {
  /** Every row stays, as published benchmarks are used. */
  KEEP,
  /** The first row of a molecule stays, the others go. */
  FIRST,
  /**
   * One row a molecule. A regression label is the mean of those measured; a classification label is
   * the one they agree on, and missing where they do not.
   */
  MERGE
}
