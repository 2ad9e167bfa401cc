package org.taskaffinity.runtime.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.analysis.Pooling;
import org.taskaffinity.runtime.data.Tables;
import org.taskaffinity.runtime.record.RunId;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.sweep.Cell;
import org.taskaffinity.runtime.sweep.CellExecutor;
import org.taskaffinity.runtime.sweep.CellWork;
import org.taskaffinity.runtime.sweep.SweepWatch;

/**
 * Experiments that are run as one piece of work, from its cells to the results that were read back
 * from their runs.
 */
public final class SweepRun {
  private static final int SHOWN = 5;

  private final String name;
  private final List<Experiment> experiments;
  private final RunStore store;
  private final StoredResults stored;
  private final Map<Experiment, Result> read = new HashMap<>();
  private final Map<Experiment, Cell> cells = new LinkedHashMap<>();
  private final Map<Experiment, RuntimeException> failures = new LinkedHashMap<>();

  /**
   * @param name what the whole is called
   * @param experiments of any kinds
   * @param fresh whether what is stored now does not count
   * @param told hears of stored runs that are damaged
   */
  public SweepRun(
      String name,
      List<Experiment> experiments,
      Tables tables,
      RunStore store,
      boolean fresh,
      Progress told) {
    this.name = name;
    this.experiments = experiments;
    this.store = store;
    stored = new StoredResults(store, told);
    Map<Dataset, Map<String, String>> hashes = new HashMap<>(); // each data set is read once
    Map<Dataset, RuntimeException> unread = new HashMap<>(); // or tried once
    for (Experiment experiment : new LinkedHashSet<>(experiments)) {
      Dataset data = experiment.data();
      try {
        if (!unread.containsKey(data)) {
          String id = RunId.of(experiment.toString(), hashes.computeIfAbsent(data, tables::hashes));
          cells.put(experiment, cell(experiment, id, fresh));
        }
      } catch (PlanException | RunException e) {
        unread.put(data, e);
      }
      if (unread.containsKey(data)) {
        failures.put(experiment, unread.get(data));
      }
    }
  }

  private Cell cell(Experiment experiment, String id, boolean fresh) {
    Optional<String> passedOver = Optional.of("").filter(none -> fresh);
    return new Cell(id, experiment.toString(), passedOver.map(p -> store.mark(id).orElse(p)));
  }

  /** How many runs it comes to. */
  public int size() {
    return cells.size() + failures.size();
  }

  /**
   * Has every cell worked on that is not stored, and reads the results.
   *
   * @param atOnce how many the executor works on at once
   */
  public Results finish(CellExecutor executor, CellWork work, int atOnce, Progress progress) {
    List<Cell> open = open(work);
    int before = cells.size() - open.size();
    open.removeAll(refused(open, work));
    if (cells.isEmpty()) {
      return results(Map.of()); // refuses
    }
    refusals(progress);
    progress.begin(name, cells.size(), "experiments");
    try {
      SweepWatch watch = new SweepWatch(progress, cells.size(), before, atOnce);
      Map<Cell, RuntimeException> given =
          open.isEmpty() ? Map.of() : executor.execute(open, work, watch);
      return results(given);
    } finally {
      progress.end();
    }
  }

  /** The cells without a stored run that reads. */
  private List<Cell> open(CellWork work) {
    List<Cell> open = new ArrayList<>();
    cells.forEach(
        (experiment, cell) -> {
          try {
            Optional<Result> found =
                work.done(cell) ? stored.find(experiment, cell.id()) : Optional.empty();
            found.ifPresentOrElse(result -> read.put(experiment, result), () -> open.add(cell));
          } catch (RuntimeException e) {
            failures.put(experiment, e);
          }
        });
    return open;
  }

  /**
   * Tries the first cell of each data set, and where that does not fit its data the others, before
   * any is begun: mistakes of data and description show at once, and not once for each seed. What
   * does not fit is a failure from now on.
   */
  private List<Cell> refused(List<Cell> open, CellWork work) {
    List<Cell> refused = new ArrayList<>();
    Map<Dataset, Boolean> fits = new HashMap<>();
    for (Map.Entry<Experiment, Cell> each : cells.entrySet()) {
      Dataset data = each.getKey().data();
      if (!fits.getOrDefault(data, false) && open.contains(each.getValue())) {
        try {
          work.require(each.getValue());
          fits.putIfAbsent(data, true);
        } catch (PlanException e) {
          fits.put(data, false);
          failures.put(each.getKey(), e);
          refused.add(each.getValue());
        } catch (RunException e) {
          if (e.stopped()) {
            throw e;
          }
          fits.putIfAbsent(data, true); // what the world does may be over when its turn comes
        }
      }
    }
    cells.values().removeAll(refused);
    return refused;
  }

  /** Says each reason once, with how many experiments it is that of. */
  private void refusals(Progress progress) {
    failures.values().stream()
        .collect(
            Collectors.groupingBy(
                e -> String.valueOf(e.getMessage()), LinkedHashMap::new, Collectors.counting()))
        .forEach(
            (reason, count) ->
                progress.say(
                    count
                        + " of "
                        + size()
                        + " experiments cannot be run, and the others go on: "
                        + reason));
  }

  private Results results(Map<Cell, RuntimeException> given) {
    cells.forEach(
        (experiment, cell) -> {
          try {
            if (!read.containsKey(experiment) && !failures.containsKey(experiment)) {
              read.put(experiment, result(experiment, cell, given));
            }
          } catch (RuntimeException e) {
            failures.put(experiment, e);
          }
        });
    List<Result> each = experiments.stream().filter(read::containsKey).map(read::get).toList();
    List<Results.Failed> failed =
        experiments.stream().filter(failures::containsKey).map(this::failed).toList();
    if (each.isEmpty()) {
      throw nothing(failed);
    }
    return new Results(each, Pooling.of(each), failed);
  }

  private Result result(Experiment experiment, Cell cell, Map<Cell, RuntimeException> given) {
    if (given.containsKey(cell)) {
      throw given.get(cell);
    }
    return stored.read(experiment, cell.id());
  }

  private Results.Failed failed(Experiment experiment) {
    RuntimeException why = failures.get(experiment);
    String message = why instanceof AffinityException ? why.getMessage() : why.toString();
    return new Results.Failed(experiment, message);
  }

  /** What to throw where there is no result; the reason itself, if all have the same. */
  private RuntimeException nothing(List<Results.Failed> failed) {
    RuntimeException first = failures.get(failed.get(0).experiment());
    if (failed.stream().map(Results.Failed::message).distinct().count() == 1) {
      return first;
    }
    StringBuilder out =
        new StringBuilder("None of the " + failed.size() + " experiments has a result.");
    failed.stream().limit(SHOWN).forEach(f -> out.append("\n  ").append(f));
    if (failed.size() > SHOWN) {
      out.append("\n  … (").append(failed.size()).append(" in all)");
    }
    return new RunException(out.toString(), first);
  }
}
