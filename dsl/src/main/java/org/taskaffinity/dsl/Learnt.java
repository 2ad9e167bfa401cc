package org.taskaffinity.dsl;

/** Whether a task was shown to be learnt: the gradient of a task that was not points nowhere. */
public enum Learnt {
  /** The metric's 95 % interval lies on the better side of chance. */
  YES("learnt"),
  /** The interval reaches chance, or lies on its worse side. */
  NO("not shown to be learnt"),
  /** There is no row to judge by, or none was judged. */
  NOT_KNOWN("not known");

  private final String words;

  Learnt(String words) {
    this.words = words;
  }

  /** In plain words. */
  public String words() {
    return words;
  }

  /** Of two tasks: NO if one is NO, else NOT_KNOWN if one is not known. */
  Learnt and(Learnt other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : NOT_KNOWN;
  }
}
