package org.taskaffinity.reproductions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;

/**
 * Tables and figures to be made: first every training that is known beforehand, each once however
 * many lanes and tables read it, and then the numbers.
 */
final class Reproduction {
  /** Trainings after which their scores are written down. */
  private static final int PORTION = 24;

  private final List<Artefact> artefacts;
  private final Set<Lane> lanes;
  private final Budget budget;
  private final Map<String, String> failures = new LinkedHashMap<>();

  Reproduction(List<Artefact> artefacts, Set<Lane> lanes, Budget budget) {
    this.artefacts = artefacts;
    this.lanes = lanes;
    this.budget = budget;
  }

  /** What failed, by what it was, with the reason. */
  Map<String, String> failures() {
    return failures;
  }

  private List<Lane> lanesOf(Artefact artefact) {
    return artefact.lanes().stream().filter(lanes::contains).toList();
  }

  /** Every training that is known beforehand, each once. */
  Set<Experiment> trainings() {
    Set<Experiment> all = new LinkedHashSet<>();
    for (Artefact artefact : artefacts) {
      lanesOf(artefact).forEach(lane -> all.addAll(artefact.trainings(lane, budget)));
    }
    return all;
  }

  private List<Experiment> all(Artefact artefact, Lane lane) {
    List<Experiment> all = new ArrayList<>(artefact.trainings(lane, budget));
    all.addAll(artefact.scored(lane, budget));
    return all;
  }

  /** What would be trained, and how long that takes; trains nothing. */
  List<String> plan(Runner runner) {
    List<String> lines = new ArrayList<>();
    Set<Experiment> seen = new LinkedHashSet<>();
    Duration whole = Duration.ZERO;
    for (Artefact artefact : artefacts) {
      for (Lane lane : lanesOf(artefact)) {
        Sum sum = new Sum();
        for (Experiment each : all(artefact, lane)) {
          if (seen.add(each)) {
            sum.add(each, runner);
          } else {
            sum.shared++;
          }
        }
        whole = whole.plus(sum.time);
        lines.add(
            String.format(
                java.util.Locale.ROOT, "%-22s %-16s %s", artefact.id(), lane.said(), sum));
        String more = artefact.more(lane, budget);
        if (!more.isEmpty()) {
          lines.add(" ".repeat(40) + "then " + more);
        }
      }
    }
    lines.add("in all about " + Sum.said(whole) + ", one after another");
    return lines;
  }

  /** Trainings of one artefact in one lane. */
  private static final class Sum {
    private int trainings;
    private int stored;
    private int shared;
    private long steps;
    private Duration time = Duration.ZERO;
    private String missing = "";

    void add(Experiment experiment, Runner runner) {
      trainings++;
      try {
        Plan plan = runner.plan(experiment);
        stored += plan.stored() ? 1 : 0;
        steps += plan.steps();
        time = time.plus(plan.time());
      } catch (PlanException e) {
        missing = "; " + e.getMessage().lines().findFirst().orElse("");
      }
    }

    static String said(Duration time) {
      return time.toMinutes() < 2
          ? Math.max(1, time.toSeconds()) + " s"
          : time.toMinutes() < 120
              ? time.toMinutes() + " min"
              : String.format(java.util.Locale.ROOT, "%.1f h", time.toMinutes() / 60.0);
    }

    @Override
    public String toString() {
      return String.format(
              java.util.Locale.ROOT,
              "%4d trainings, %,11d steps, %s",
              trainings,
              steps,
              stored == trainings && trainings > 0 ? "all stored" : "about " + said(time))
          + (stored == 0 || stored == trainings ? "" : ", " + stored + " stored")
          + (shared == 0 ? "" : ", " + shared + " shared with those above")
          + missing;
    }
  }

  /**
   * Trains and reads; one that fails does not stop the others.
   *
   * @param trainer trains what is not stored, or everything anew
   * @param runner takes what is stored
   */
  void make(Runner trainer, Runner runner, ResultsFolder results, Progress told) {
    train(trainer, List.copyOf(trainings()));
    Scores scores = results.scores(budget);
    score(trainer, artefact -> lane -> artefact.scored(lane, budget), scores);
    score(
        trainer,
        artefact -> lane -> artefact.scored(lane, new Work(runner, budget, scores)),
        scores);
    read(runner, results, told);
  }

  /**
   * Reads what is trained and trains nothing: trainings of which areas are kept count as far as
   * they are in their file, and what else is missing is listed as a failure.
   */
  void read(Runner runner, ResultsFolder results, Progress told) {
    for (Artefact artefact : artefacts) {
      for (Lane lane : lanesOf(artefact)) {
        read(artefact, lane, runner, results, told);
      }
    }
  }

  /** Trains in portions, so that a stop loses little of what the file of scores has to hold. */
  private void score(
      Runner trainer, Function<Artefact, Function<Lane, List<Experiment>>> of, Scores scores) {
    for (Artefact artefact : artefacts) {
      for (Lane lane : lanesOf(artefact)) {
        List<Experiment> missing = scores.missing(of.apply(artefact).apply(lane));
        for (int from = 0; from < missing.size(); from += PORTION) {
          List<Experiment> some = missing.subList(from, Math.min(from + PORTION, missing.size()));
          train(trainer, some).forEach(scores::add);
        }
      }
    }
  }

  /** Several at once; a second process that makes the same takes its share. */
  private List<Result> train(Runner runner, List<Experiment> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    try {
      Results done = runner.run("reproduction", all);
      done.failed().forEach(f -> failed(f.experiment(), f.message()));
      return done.each();
    } catch (RunException e) {
      stopped(e);
      failures.put("every training", first(e));
    } catch (PlanException e) {
      failures.put("every training", first(e));
    }
    return List.of();
  }

  private void failed(Experiment experiment, String message) {
    failures.put(experiment.name() + ", seed " + experiment.seed(), oneLine(message));
  }

  private static void stopped(RunException e) {
    if (e.stopped()) {
      throw e;
    }
  }

  private void read(
      Artefact artefact, Lane lane, Runner runner, ResultsFolder results, Progress told) {
    String name = artefact.id() + ", " + lane.said();
    Work work = new Work(runner, budget, results.scores(budget));
    try {
      Findings found = artefact.read(lane, work);
      work.missing().forEach(what -> failures.put(name + ", " + what, "see its remarks"));
      told.say(
          "wrote " + results.write(budget, artefact.id(), lane, found, work.records(), runner));
    } catch (RunException e) {
      stopped(e);
      failures.put(name, first(e));
    } catch (AffinityException e) {
      failures.put(name, first(e));
    }
  }

  private static String first(AffinityException e) {
    return oneLine(e.getMessage());
  }

  private static String oneLine(String message) {
    return String.join(" ", message.lines().map(String::strip).toList());
  }
}
