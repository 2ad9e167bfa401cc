package org.taskaffinity.dsl;

/**
 * Whether a pair's affinity can be read. The bounds are those that arXiv 2604.07848 claims (noise
 * below 30 % overlap, reliable above 40 %), with a least number of shared molecules beside them;
 * they are a claim under test, not a fact.
 */
public enum Reading {
  /** Jaccard index ≥ 0.40 and at least 100 shared training molecules. */
  READABLE("readable"),
  /** Jaccard index ≥ 0.30 and at least 20 shared training molecules. */
  DOUBTFUL("doubtful"),
  /** Jaccard index below 0.30. */
  TOO_LITTLE_OVERLAP("too little overlap"),
  /** Fewer than 20 shared training molecules. */
  TOO_FEW_SHARED("too few shared molecules"),
  /** The two tasks were never labelled in the same captured batch. */
  NEVER_CAPTURED("never captured together");

  /** Jaccard index from which a pair is readable. */
  public static final double READABLE_JACCARD = 0.40;

  /** Jaccard index below which a pair is not read. */
  public static final double LEAST_JACCARD = 0.30;

  /** Shared molecules from which a pair is readable. */
  public static final int READABLE_SHARED = 100;

  /** Shared molecules below which a pair is not read. */
  public static final int LEAST_SHARED = 20;

  private final String words;

  Reading(String words) {
    this.words = words;
  }

  /** In plain words. */
  public String words() {
    return words;
  }

  /**
   * Reads a pair.
   *
   * @param affinity G of the pair
   * @param jaccard overlap of the two tasks' training labels
   * @param shared training molecules labelled for both
   */
  public static Reading of(double affinity, double jaccard, int shared) {
    if (shared < LEAST_SHARED) {
      return TOO_FEW_SHARED;
    }
    if (!(jaccard >= LEAST_JACCARD)) {
      return TOO_LITTLE_OVERLAP;
    }
    if (Double.isNaN(affinity)) {
      return NEVER_CAPTURED;
    }
    return jaccard >= READABLE_JACCARD && shared >= READABLE_SHARED ? READABLE : DOUBTFUL;
  }
}
