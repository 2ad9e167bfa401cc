package org.taskaffinity.dsl;

/** Which rows and labels the label correlation E is computed from. */
public enum Rows {
  /** Every measured label of the table, withheld ones too. */
  ALL,
  /** Training rows with the labels that were kept: what the gradients saw. */
  KEPT,
  /** Training rows with all their labels, withheld ones too. */
  TRAINING,
  /** Validation and test rows: molecules that no gradient saw. */
  HELD_OUT
}
