package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verdict is made from.
 *
 * @param experiment what was asked
 * @param pairs every two tasks
 * @param seeds how many trainings
 * @param captures captured steps of all of them; −1 if not known
 * @param steps steps of one training; 0 if not known
 * @param labels training labels of each task, then of pairs: the diagonal and the rest; NaN if not
 *     known
 * @param skills of each task by its name
 * @param inTraining fraction of the measured labels that train, in (0, 1]; 1 if not known
 */
record Evidence(
    Experiment experiment,
    List<Pair> pairs,
    int seeds,
    int captures,
    long steps,
    TaskMatrix labels,
    List<Named> skills,
    double inTraining) {

  /**
   * @param task its column
   * @param skill how it compares to chance
   */
  record Named(String task, Skill skill) {}

  /** Training labels of each task. */
  Map<String, Double> labelsByTask() {
    Map<String, Double> each = new HashMap<>();
    for (int t = 0; t < labels.size(); t++) {
      each.put(labels.tasks().get(t), labels.at(t, t));
    }
    return each;
  }

  static Evidence of(AffinityResult result) {
    return result instanceof Result one ? of(one) : of((Pooled) result);
  }

  private static Evidence of(Result result) {
    return new Evidence(
        result.experiment(),
        result.pairs(),
        1,
        result.precision().known() ? result.record().captures() : -1,
        result.record().steps(),
        result.shared(),
        named(result),
        fraction(
            result.tasks().stream().mapToDouble(TaskSummary::kept).sum(),
            result.tasks().stream().mapToDouble(TaskSummary::measured).sum()));
  }

  private static Evidence of(Pooled pooled) {
    double most =
        Arrays.stream(pooled.precision().captures().pairs())
            .filter(c -> !Double.isNaN(c))
            .max()
            .orElse(-1);
    return new Evidence(
        pooled.experiment(),
        pooled.pairs(),
        pooled.seeds().size(),
        (int) most,
        0,
        pooled.shared(),
        named(pooled),
        fraction(
            pooled.tasks().stream().mapToDouble(PooledTask::kept).sum(),
            pooled.tasks().stream().mapToDouble(PooledTask::measured).sum()));
  }

  private static List<Named> named(AffinityResult result) {
    return result.tasks().stream().map(t -> new Named(t.name(), t.skill())).toList();
  }

  private static double fraction(double kept, double measured) {
    return kept > 0 && measured > 0 ? Math.min(1, kept / measured) : 1;
  }
}
