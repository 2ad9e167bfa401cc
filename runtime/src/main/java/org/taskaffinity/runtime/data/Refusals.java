package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.Locale;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;

/** Why a manipulation of overlap cannot be had, and what can. */
final class Refusals {
  private Refusals() {}

  static PlanException noLabels(LabelMask mask, int task) {
    return refusal(
        "Task \"%s\" has no label among the %,d training rows.\n"
            + "  leave the task out, or write another split or seed",
        mask.tasks().get(task), mask.rows().length);
  }

  static PlanException nothingKept(Overlap overlap, LabelMask mask, int task) {
    int fewest = Arrays.stream(mask.counts()).min().orElse(1);
    return refusal(
        "%s leaves task \"%s\" none of its %,d training labels.\n"
            + "  feasible: fractions from %s, where every task keeps one label",
        asked(overlap), mask.tasks().get(task), mask.counts()[task], Words.up(0.5 / fewest));
  }

  static PlanException outOfReach(Overlap.TargetJaccard target, KeepProbability solver) {
    if (!solver.pairs()) {
      return refusal(
          "%s needs two tasks, and there is one.\n  write %s",
          asked(target), Remedy.overlap(Mtl.natural()));
    }
    if (target.jaccard() > solver.natural()) {
      return refusal(
          "%s is above the natural overlap of the training labels, a mean Jaccard index of %s.\n"
              + "  feasible: %s to %s\n"
              + "  write %s for an overlap of 1, on the rows that allow it",
          asked(target),
          Words.down(solver.natural()),
          Words.up(solver.lowest()),
          Words.down(solver.natural()),
          Remedy.overlap(Mtl.completeCases()));
    }
    return refusal(
        "%s would leave a task without training labels.\n  feasible: %s to %s",
        asked(target), Words.up(solver.lowest()), Words.down(solver.natural()));
  }

  /**
   * @param instead another way out, or empty
   */
  static PlanException noCompleteCases(Overlap overlap, LabelMask mask, String instead) {
    return refusal(
        "%s needs training rows with a label for all %d tasks, and none of the %,d has that.\n"
            + "  the best-covered row has labels for %d of them\n"
            + "  write fewer tasks: %s%s",
        asked(overlap),
        mask.size(),
        mask.rows().length,
        mask.mostLabels(),
        Remedy.tasks(mask.tasks().get(0)),
        instead);
  }

  /**
   * @param m the most labels a task could keep
   */
  static PlanException tooFewForBlocks(Overlap.SharedAndDisjoint overlap, LabelMask mask, int m) {
    if (m == 0) {
      return refusal(
          "%s needs a molecule of its own for each of %d tasks, and the labels of the %,d training"
              + " rows do not have that.\n"
              + "  write fewer tasks: %s",
          asked(overlap), mask.size(), mask.rows().length, Remedy.tasks(mask.tasks().get(0)));
    }
    return refusal(
        "%s shares less than one molecule: a task can keep %,d labels at most.\n"
            + "  feasible: 0, or fractions from %s",
        asked(overlap), m, Words.up(leastAlpha(new Blocks(mask))));
  }

  /** The least α that leaves one shared molecule: 1 of the largest m beside it, rounded. */
  private static double leastAlpha(Blocks blocks) {
    return 0.5 / blocks.largestBeside(1);
  }

  static PlanException tooFewScaffolds(Overlap overlap, LabelMask mask, int m) {
    return refusal(
        "%s needs scaffolds of its own for each of %d tasks%s; the %,d training rows do not have"
            + " them.\n"
            + "  write fewer tasks: %s\n"
            + "     or %s, which does not look at scaffolds",
        asked(overlap),
        mask.size(),
        m == 0 ? "" : " beside shared ones",
        mask.rows().length,
        Remedy.tasks(mask.tasks().get(0)),
        Remedy.overlap("sharedAndDisjoint(…)"));
  }

  static PlanException noMolecules(Overlap overlap) {
    return refusal(
        "%s needs molecules, and the rows are feature columns.\n"
            + "  write %s, which does not look at scaffolds",
        asked(overlap), Remedy.overlap("sharedAndDisjoint(…)"));
  }

  private static String asked(Overlap overlap) {
    return Remedy.overlap(overlap).asked();
  }

  static PlanException refusal(String format, Object... values) {
    return new PlanException(String.format(Locale.ROOT, format, values));
  }
}
