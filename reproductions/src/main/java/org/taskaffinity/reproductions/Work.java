package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskMatrix;

/** What an artefact is read with; remembers which runs were read. */
final class Work {
  private final Runner runner;
  private final Budget budget;
  private final Scores scores;
  private final List<String> missing = new ArrayList<>();
  private final Map<String, RunRecord> records = new LinkedHashMap<>();

  Work(Runner runner, Budget budget, Scores scores) {
    this.runner = runner;
    this.budget = budget;
    this.scores = scores;
  }

  Runner runner() {
    return runner;
  }

  /** Areas of trainings of which nothing else is kept. */
  Scores scores() {
    return scores;
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

  List<Result> run(List<Experiment> experiments) {
    return experiments.stream().map(this::run).toList();
  }

  /** The same; where they fail, that is remarked instead, and nothing comes back. */
  List<Result> tryRun(String what, List<Experiment> experiments, Findings found) {
    try {
      return run(experiments);
    } catch (AffinityException e) {
      if (e instanceof RunException run && run.stopped()) {
        throw run;
      }
      found.remark(what + " is missing: " + e.getMessage().replace("\n", " "));
      missing.add(what);
      return List.of();
    }
  }

  /** G of some epochs of a training, both counted from 1 and read; absent tasks as it was asked. */
  TaskMatrix affinity(Result result, int firstEpoch, int lastEpoch) {
    double perEpoch = (double) result.record().steps() / result.record().epochs();
    double from = (firstEpoch - 1) * perEpoch;
    double before = lastEpoch * perEpoch;
    Captured captured = runner.captured(result);
    return result.experiment().capture().absent() == Absent.ZERO
        ? Matrices.capturedWithZeros(captured, from, before)
        : Matrices.captured(captured, from, before);
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
