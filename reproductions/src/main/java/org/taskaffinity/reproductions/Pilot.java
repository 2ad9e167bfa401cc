package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Experiment;

/**
 * How long the trainings of Table 10 should be: twelve pairs and the single tasks under six seeds,
 * at the constant learning rate, so that one training gives the areas after 10, 30 and 50 epochs
 * (on the validation rows). The length whose benefits agree best between seeds is taken, for seeds
 * that agree need the fewest trainings; the rule was written before the pilot was run.
 */
final class Pilot {
  private static final int SEEDS = 6;

  private Pilot() {}

  private static int[] lengths(Budget budget) {
    return budget.of(new int[] {1, 2}, new int[] {10, 30, 50}, new int[] {10, 30, 50});
  }

  private static int longest(Budget budget) {
    return Arrays.stream(lengths(budget)).max().orElseThrow();
  }

  private static int seeds(Budget budget) {
    return budget.of(3, SEEDS, SEEDS);
  }

  static List<Experiment> trainings(Budget budget) {
    List<List<String>> sets =
        Stream.concat(JointTraining.alone(budget).stream(), JointTraining.circle(budget).stream())
            .toList();
    return JointTraining.on(sets, longest(budget), seeds(budget), budget).stream()
        .map(Pilot::named)
        .distinct()
        .toList();
  }

  private static Experiment named(Experiment training) {
    return training.name("pilot, " + training.name());
  }

  /** Adds how far two seeds agree at each length. */
  static void read(Work work, Findings found) {
    Budget budget = work.budget();
    for (int epochs : lengths(budget)) {
      List<double[]> benefits =
          JointTraining.benefits(
              JointTraining.circle(budget),
              longest(budget),
              seeds(budget),
              seeds(budget),
              (training, task) -> work.scores().validation(named(training), task, epochs),
              budget);
      if (benefits.size() < seeds(budget)) {
        found.remark(
            String.format(
                "Pilot, %d epochs: %d of %d seeds are trained.",
                epochs, benefits.size(), seeds(budget)));
        continue;
      }
      found.add(
          Reliability.jackknifed(
              "pilot: r of the benefits of two seeds, " + epochs + " epochs", benefits));
    }
  }
}
