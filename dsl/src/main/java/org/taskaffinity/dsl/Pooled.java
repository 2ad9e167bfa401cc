package org.taskaffinity.dsl;

import java.util.List;

/**
 * Results that differ in their seed alone, read together.
 *
 * @param experiment what they have in common, with the first seed
 * @param seeds the seeds
 * @param affinity mean of G over the seeds; a pair's NaNs are skipped
 * @param spread standard deviation of G over the seeds
 * @param labelCorrelation mean of E over the seeds (equal in all where E is from all rows)
 * @param overlap mean overlap over the seeds
 * @param relation r of the mean G and the mean E, with a jackknife interval over seeds where there
 *     are two
 */
public record Pooled(
    Experiment experiment,
    List<Long> seeds,
    TaskMatrix affinity,
    TaskMatrix spread,
    TaskMatrix labelCorrelation,
    TaskMatrix overlap,
    Relation relation) {
  public Pooled {
    seeds = List.copyOf(seeds);
  }
}
