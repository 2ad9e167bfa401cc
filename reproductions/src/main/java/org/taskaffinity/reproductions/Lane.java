package org.taskaffinity.reproductions;

/** By which protocol a table or figure is made. */
enum Lane {
  /** What the paper's text says. */
  WRITTEN("written", "as written"),
  /** What the paper's public code does, deviations included. */
  CODED("coded", "as coded"),
  /**
   * What the question asks for: captures without a label stay missing, rows that no gradient saw,
   * permutation tests, intervals over seeds and molecules, metrics of the test rows.
   */
  CAREFUL("careful", "as it should be");

  private final String word;
  private final String said;

  Lane(String word, String said) {
    this.word = word;
    this.said = said;
  }

  /** As options and folders write it. */
  String word() {
    return word;
  }

  /** As pages write it. */
  String said() {
    return said;
  }
}
