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
 * @param conflictRate fraction of captured steps with a negative cosine, mean over the seeds
 * @param shared training molecules labelled for both tasks, mean over the seeds; NaN if not known
 * @param precision how precisely the mean affinities are known: over seeds where there are two,
 *     over captures for a single one
 * @param tasks each task, and how well it was learnt
 * @param groups tasks by average linkage on 1 − mean G
 * @param stability whether the groups of single seeds are the same
 */
public record Pooled(
    Experiment experiment,
    List<Long> seeds,
    TaskMatrix affinity,
    TaskMatrix spread,
    TaskMatrix labelCorrelation,
    TaskMatrix overlap,
    Relation relation,
    TaskMatrix conflictRate,
    TaskMatrix shared,
    Precision precision,
    List<PooledTask> tasks,
    TaskGroups groups,
    Stability stability)
    implements AffinityResult {
  public Pooled {
    seeds = List.copyOf(seeds);
    tasks = List.copyOf(tasks);
  }

  /** Of the matrices alone: no precision, no tasks, all tasks in one group. */
  public Pooled(
      Experiment experiment,
      List<Long> seeds,
      TaskMatrix affinity,
      TaskMatrix spread,
      TaskMatrix labelCorrelation,
      TaskMatrix overlap,
      Relation relation) {
    this(
        experiment,
        seeds,
        affinity,
        spread,
        labelCorrelation,
        overlap,
        relation,
        affinity.map(g -> Double.NaN),
        affinity.map(g -> Double.NaN),
        Precision.unknown(affinity.tasks()),
        List.of(),
        new TaskGroups(
            Mtl.averageLinkage(),
            List.of(affinity.tasks()),
            List.of(),
            affinity.tasks(),
            List.of(),
            Double.NaN,
            0),
        Stability.unknown(affinity.tasks()));
  }

  /** The verdict in one clause: how many pairs can be read, and to which side they pull. */
  public String headline() {
    return Verdict.headline(pairs());
  }
}
