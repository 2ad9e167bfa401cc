package org.taskaffinity.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.record.ResultFiles;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.sweep.Cell;
import org.taskaffinity.runtime.sweep.CellExecutor;
import org.taskaffinity.runtime.sweep.CellWork;
import org.taskaffinity.runtime.sweep.SweepWatch;

/** A sweep, from its cells to the results that were read back from their runs. */
final class SweepRun {
  private static final int SHOWN = 5;

  private final List<Experiment> experiments;
  private final List<String> ids;
  private final RunStore store;
  private final boolean fresh;

  /**
   * @param ids the names of the experiments' runs, in their order; equal experiments have equal
   *     ones
   * @param fresh whether what is stored now does not count
   */
  SweepRun(List<Experiment> experiments, List<String> ids, RunStore store, boolean fresh) {
    this.experiments = experiments;
    this.ids = ids;
    this.store = store;
    this.fresh = fresh;
  }

  /**
   * Has every cell worked on that is not stored, and reads the results.
   *
   * @param atOnce how many the executor works on at once
   */
  Results finish(CellExecutor executor, CellWork work, int atOnce, Progress progress) {
    Map<String, Cell> cells = cells();
    List<Cell> open = cells.values().stream().filter(cell -> !work.done(cell)).toList();
    progress.begin(experiments.get(0).name(), cells.size(), "experiments");
    try {
      SweepWatch watch = new SweepWatch(progress, cells.size(), cells.size() - open.size(), atOnce);
      return results(open.isEmpty() ? Map.of() : executor.execute(open, work, watch));
    } finally {
      progress.end();
    }
  }

  private Map<String, Cell> cells() {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      Optional<String> passedOver =
          fresh ? store.mark(id).or(() -> Optional.of("")) : Optional.empty();
      cells.putIfAbsent(id, new Cell(id, experiments.get(i).toString(), passedOver));
    }
    return cells;
  }

  private Results results(Map<Cell, RuntimeException> given) {
    Map<String, RuntimeException> why = new LinkedHashMap<>();
    given.forEach((cell, reason) -> why.put(cell.id(), reason));
    List<Result> each = new ArrayList<>();
    List<Results.Failed> failed = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Experiment experiment = experiments.get(i);
      try {
        each.add(result(experiment, ids.get(i), why));
      } catch (RuntimeException e) {
        why.put(ids.get(i), e);
        failed.add(new Results.Failed(experiment, String.valueOf(e.getMessage())));
      }
    }
    if (each.isEmpty()) {
      throw nothing(failed, why.values().iterator().next());
    }
    return new Results(each, Pooling.of(each), failed);
  }

  private Result result(Experiment experiment, String id, Map<String, RuntimeException> why) {
    if (why.containsKey(id)) {
      throw why.get(id);
    }
    return ResultFiles.read(experiment, store.finished(id).orElseThrow());
  }

  /** What to throw where there is no result; the reason itself, if all have the same. */
  private static RuntimeException nothing(List<Results.Failed> failed, RuntimeException first) {
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
