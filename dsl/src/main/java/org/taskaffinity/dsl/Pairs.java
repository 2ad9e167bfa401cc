package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Pairs, read off the matrices of a result. */
final class Pairs {
  private Pairs() {}

  /**
   * Every two tasks in the order of the matrices.
   *
   * @param learnt of the t-th task
   */
  static List<Pair> of(
      TaskMatrix affinity,
      TaskMatrix conflictRate,
      TaskMatrix labelCorrelation,
      TaskMatrix overlap,
      TaskMatrix shared,
      Precision precision,
      IntFunction<Learnt> learnt) {
    List<String> tasks = affinity.tasks();
    TaskMatrix adjusted = precision.adjustedP();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        double g = affinity.at(i, j);
        int both = count(shared.at(i, j));
        double captures = precision.captures().at(i, j);
        Learnt each = learnt.apply(i).and(learnt.apply(j));
        Reading.Evidence evidence =
            new Reading.Evidence(
                g, overlap.at(i, j), both, captures, each, adjusted.at(i, j), precision.known());
        pairs.add(
            new Pair(
                tasks.get(i),
                tasks.get(j),
                g,
                conflictRate.at(i, j),
                labelCorrelation.at(i, j),
                overlap.at(i, j),
                both,
                Reading.of(evidence),
                count(captures),
                precision.standardErrors().at(i, j),
                precision.low().at(i, j),
                precision.high().at(i, j),
                precision.over(),
                adjusted.at(i, j),
                each));
      }
    }
    return List.copyOf(pairs);
  }

  /** −1 where it is not known. */
  private static int count(double value) {
    return Double.isNaN(value) ? -1 : (int) value;
  }
}
