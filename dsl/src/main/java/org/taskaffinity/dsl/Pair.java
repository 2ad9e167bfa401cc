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
 * @param shared training molecules labelled for both
 * @param reading whether the affinity can be read
 */
public record Pair(
    String first,
    String second,
    double affinity,
    double conflictRate,
    double labelCorrelation,
    double overlap,
    int shared,
    Reading reading) {}
