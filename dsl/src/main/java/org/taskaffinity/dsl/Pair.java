package org.taskaffinity.dsl;

/**
 * Two tasks and what is known of them.
 *
 * @param first a task
 * @param second another
 * @param affinity mean cosine of their gradients, in [−1, 1], or NaN
 * @param conflictRate fraction of captured steps with a negative cosine, or NaN
 * @param labelCorrelation correlation of their labels, in [−1, 1], or NaN
 * @param overlap Jaccard index of their training labels, in [0, 1]
 * @param shared training molecules labelled for both; −1 if not known
 * @param reading whether the affinity can be read, and if not, why
 * @param captures captured steps in which both had a label; −1 if not known
 * @param standardError standard error of the affinity, or NaN
 * @param low lower end of its 95 % interval, or NaN
 * @param high its upper end, or NaN
 * @param over what the interval generalises over: {@code captures} of one training or {@code
 *     seeds}; empty if there is none
 * @param adjustedP p of an affinity of 0, adjusted for the number of pairs (Holm), or NaN
 * @param learnt whether both tasks were shown to be learnt
 */
public record Pair(
    String first,
    String second,
    double affinity,
    double conflictRate,
    double labelCorrelation,
    double overlap,
    int shared,
    Reading reading,
    int captures,
    double standardError,
    double low,
    double high,
    String over,
    double adjustedP,
    Learnt learnt) {

  /** Without its precision. */
  public Pair(
      String first,
      String second,
      double affinity,
      double conflictRate,
      double labelCorrelation,
      double overlap,
      int shared,
      Reading reading) {
    this(
        first,
        second,
        affinity,
        conflictRate,
        labelCorrelation,
        overlap,
        shared,
        reading,
        -1,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        "",
        Double.NaN,
        Learnt.NOT_KNOWN);
  }

  /** Whether the affinity is distinguishable from 0; true where no precision is known. */
  public boolean distinguishable() {
    return over.isEmpty() || adjustedP < Precision.LEVEL;
  }
}
