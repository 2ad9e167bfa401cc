package org.taskaffinity.dsl;

/**
 * Whether a pair's affinity can be read, and if not, the first condition that fails. The conditions
 * are, in this order: overlap and shared molecules, captures, whether both tasks were learnt, and
 * the affinity against its own standard error.
 *
 * <p>The bounds of the Jaccard index are those that arXiv 2604.07848 claims (noise below 30 %
 * overlap, reliable above 40 %), next to a least number of shared molecules; they are a claim under
 * test, not a fact.
 */
public enum Reading {
  /**
   * All conditions are met, with a Jaccard index ≥ 0.40 and at least 100 shared training molecules.
   */
  READABLE("readable"),
  /**
   * All conditions are met, with a Jaccard index ≥ 0.30 and at least 20 shared training molecules.
   */
  DOUBTFUL("doubtful"),
  /** Jaccard index below 0.30. */
  TOO_LITTLE_OVERLAP("too little overlap"),
  /** Fewer than 20 shared training molecules. */
  TOO_FEW_SHARED("too few shared molecules"),
  /** The two tasks were never labelled in the same captured batch. */
  NEVER_CAPTURED("never captured together"),
  /** Fewer than 20 captured steps in which both tasks had a label. */
  TOO_FEW_CAPTURES("too few captures"),
  /** The metric of one of the tasks is not distinguishable from chance. */
  NOT_LEARNT("a task not shown to be learnt"),
  /** The affinity is within its own error of 0 (adjusted p ≥ 0.05, Holm over pairs). */
  NOT_DISTINGUISHABLE("not distinguishable from 0");

  /** Jaccard index from which a pair is readable. */
  public static final double READABLE_JACCARD = 0.40;

  /** Jaccard index below which a pair is not read. */
  public static final double LEAST_JACCARD = 0.30;

  /** Shared molecules from which a pair is readable. */
  public static final int READABLE_SHARED = 100;

  /** Shared molecules below which a pair is not read. */
  public static final int LEAST_SHARED = 20;

  /** Captured steps with both tasks below which a pair is not read. */
  public static final int LEAST_CAPTURES = 20;

  private final String words;

  Reading(String words) {
    this.words = words;
  }

  /** In plain words. */
  public String words() {
    return words;
  }

  /** Whether the affinity can be read at all. */
  public boolean readable() {
    return this == READABLE || this == DOUBTFUL;
  }

  /**
   * Reads a pair by its overlap alone.
   *
   * @param affinity G of the pair
   * @param jaccard overlap of the two tasks' training labels
   * @param shared training molecules labelled for both
   */
  public static Reading of(double affinity, double jaccard, int shared) {
    return of(
        new Evidence(affinity, jaccard, shared, Double.NaN, Learnt.NOT_KNOWN, Double.NaN, false));
  }

  /**
   * What a pair is read by.
   *
   * @param affinity G of the pair
   * @param jaccard overlap of the two tasks' training labels
   * @param shared training molecules labelled for both; −1 if not known
   * @param captures captured steps with both
   * @param learnt whether both were learnt
   * @param adjustedP p of an affinity of 0, adjusted for the number of pairs
   * @param precise whether captures and p are known; they are not looked at otherwise
   */
  record Evidence(
      double affinity,
      double jaccard,
      int shared,
      double captures,
      Learnt learnt,
      double adjustedP,
      boolean precise) {}

  static Reading of(Evidence pair) {
    if (pair.shared >= 0 && pair.shared < LEAST_SHARED) {
      return TOO_FEW_SHARED;
    }
    if (!(pair.jaccard >= LEAST_JACCARD)) {
      return TOO_LITTLE_OVERLAP;
    }
    if (Double.isNaN(pair.affinity)) {
      return NEVER_CAPTURED;
    }
    if (pair.precise && !(pair.captures >= LEAST_CAPTURES)) {
      return TOO_FEW_CAPTURES;
    }
    if (pair.learnt == Learnt.NO) {
      return NOT_LEARNT;
    }
    if (pair.precise && !(pair.adjustedP < Precision.LEVEL)) {
      return NOT_DISTINGUISHABLE;
    }
    boolean many = pair.shared < 0 || pair.shared >= READABLE_SHARED;
    return many && pair.jaccard >= READABLE_JACCARD ? READABLE : DOUBTFUL;
  }
}
