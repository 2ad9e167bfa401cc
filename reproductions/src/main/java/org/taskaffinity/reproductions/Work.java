package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;

/** What an artefact is read with; remembers which runs were read. */
final class Work {
  private final Runner runner;
  private final Budget budget;
  private final List<String> missing = new ArrayList<>();
  private final Map<String, RunRecord> records = new LinkedHashMap<>();

  Work(Runner runner, Budget budget) {
    this.runner = runner;
    this.budget = budget;
  }

  Runner runner() {
    return runner;
  }

  Budget budget() {
    return budget;
  }

  /** The result of a training, which is stored already if it was known beforehand. */
  Result run(Experiment experiment) {
    Result result = runner.run(experiment);
    records.put(result.record().id(), result.record());
    return result;
  }

  /** Trains what was decided on the way, several at once. */
  void train(List<Experiment> experiments) {
    runner.run("reproduction", experiments);
  }

  List<Result> run(List<Experiment> experiments) {
    return experiments.stream().map(this::run).toList();
  }

  /** The same; where they fail, that is remarked instead, and nothing comes back. */
  List<Result> tryRun(String what, List<Experiment> experiments, Findings found) {
    try {
      return run(experiments);
    } catch (org.taskaffinity.dsl.PlanException e) {
      found.remark(what + " is missing: " + e.getMessage().replace("\n", " "));
      missing.add(what);
      return List.of();
    }
  }

  /** What could not be read, though the rest was. */
  List<String> missing() {
    return missing;
  }

  /** Every run that was read, in the order of reading. */
  List<RunRecord> records() {
    return new ArrayList<>(records.values());
  }
}
