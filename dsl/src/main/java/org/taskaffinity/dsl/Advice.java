package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would make more pairs readable. */
final class Advice {
  /** More tasks than these are counted, not named. */
  private static final int NAMED = 3;

  private final Evidence evidence;

  Advice(Evidence evidence) {
    this.evidence = evidence;
  }

  /** A warning where so few steps were captured that nothing else counts. */
  Optional<String> tooFewCaptures() {
    int captures = evidence.captures();
    if (captures < 0 || captures >= Reading.LEAST_CAPTURES) {
      return Optional.empty();
    }
    boolean everyStep = evidence.steps() > 0 && captures >= evidence.steps();
    return Optional.of(
        "Warning: gradients were captured at only "
            + captures
            + (captures == 1 ? " step" : " steps")
            + ", and fewer than "
            + Reading.LEAST_CAPTURES
            + " cannot show how much an affinity varies. Write "
            + (everyStep
                ? "more epochs or a smaller batch size: the training has no more steps."
                : ".capture(captures(100)), or in the shell leave out --capture-every and"
                    + " --window."));
  }

  /** One sentence for each reason that something can be done about. */
  List<String> help() {
    List<String> sentences = new ArrayList<>();
    notLearnt().ifPresent(sentences::add);
    notDistinguishable().ifPresent(sentences::add);
    molecules().ifPresent(sentences::add);
    return sentences;
  }

  /** That one training says nothing of another. */
  String oneSeed() {
    return "This is one training: intervals are over its captures alone, and another seed gives"
        + " other values. Before relying on a pair, run several seeds: .seeds(1, 2, 3, 4, 5), in the"
        + " shell --seeds 1,2,3,4,5.";
  }

  private Optional<String> notLearnt() {
    List<Evidence.Named> failed =
        evidence.skills().stream().filter(t -> t.skill().learnt() == Learnt.NO).toList();
    if (has(Reading.NOT_LEARNT) && !failed.isEmpty()) {
      String named =
          failed.stream()
              .limit(NAMED)
              .map(t -> t.task() + ", " + t.skill())
              .collect(Collectors.joining("; "));
      int more = failed.size() - NAMED;
      return Optional.of(
          "Not shown to be learnt: "
              + named
              + (more > 0 ? "; and " + more + " more" : "")
              + ". More labelled molecules, more epochs or another encoder may help.");
    }
    boolean unknown =
        !evidence.skills().isEmpty()
            && evidence.skills().stream().allMatch(t -> t.skill().learnt() == Learnt.NOT_KNOWN);
    return unknown
        ? Optional.of(
            "Whether the tasks were learnt is not known: no row outside training shows it.")
        : Optional.empty();
  }

  private Optional<String> notDistinguishable() {
    if (!has(Reading.NOT_DISTINGUISHABLE)) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.seeds() < 2
            ? "Pairs not distinguishable from 0 need more captures or more seeds."
            : "Pairs not distinguishable from 0 need more seeds, or have no affinity.");
  }

  /** For the pair that lacks the fewest. */
  private Optional<String> molecules() {
    if (!(evidence.experiment().overlap() instanceof Overlap.Natural)) {
      return has(Reading.TOO_LITTLE_OVERLAP) || has(Reading.TOO_FEW_SHARED)
          ? Optional.of(
              "Labels were withheld by "
                  + evidence.experiment().overlap()
                  + "; natural() keeps all of them.")
          : Optional.empty();
    }
    record Lack(Pair pair, long molecules) {}
    Map<String, Double> labels = evidence.labelsByTask();
    return evidence.pairs().stream()
        .filter(
            p ->
                p.reading() == Reading.TOO_LITTLE_OVERLAP
                    || p.reading() == Reading.TOO_FEW_SHARED
                    || p.reading() == Reading.DOUBTFUL)
        .map(p -> new Lack(p, lacking(p, labels, evidence.inTraining())))
        .filter(lack -> lack.molecules > 0)
        .min(Comparator.comparingLong(Lack::molecules))
        .map(
            lack ->
                String.format(
                    Locale.ROOT,
                    "Measuring about %,d more molecules for both %s and %s would give them enough"
                        + " overlap.",
                    lack.molecules,
                    lack.pair.first(),
                    lack.pair.second()));
  }

  /**
   * Molecules to be measured for both tasks until the pair is readable by its overlap. Those that
   * have one label and get the other come first, so the union of both does not grow. Only a
   * fraction of the measured molecules trains.
   */
  private static long lacking(Pair pair, Map<String, Double> labels, double inTraining) {
    double union = labels.get(pair.first()) + labels.get(pair.second()) - pair.shared();
    if (pair.shared() < 0 || Double.isNaN(union)) {
      return 0;
    }
    double lacking =
        Math.max(
            Reading.READABLE_SHARED - pair.shared(),
            Reading.READABLE_JACCARD * union - pair.shared());
    return (long) Math.ceil(lacking / inTraining);
  }

  private boolean has(Reading reading) {
    return evidence.pairs().stream().anyMatch(p -> p.reading() == reading);
  }
}
