package org.taskaffinity.runtime.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.StoredRun.State;
import org.taskaffinity.runtime.record.Description;
import org.taskaffinity.runtime.record.ResultFiles;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.train.CheckpointFile;

/** Looks through the store; takes no lock and writes nothing. */
public final class StoredRuns {
  private static final int SHOWN = 20;

  private final RunStore store;

  public StoredRuns(RunStore store) {
    this.store = store;
  }

  /** All runs, the newest first. */
  public List<StoredRun> list() {
    return store.entries().stream()
        .flatMap(entry -> look(entry).stream())
        .sorted(Comparator.comparing(StoredRun::started).reversed().thenComparing(StoredRun::id))
        .toList();
  }

  /** Empty for a folder that was moved or removed while it was looked at. */
  private Optional<StoredRun> look(RunStore.Entry entry) {
    StoredRun found = entry.whole() ? finished(entry.id(), entry.folder()) : unfinished(entry);
    if (Files.exists(entry.folder())) {
      return Optional.of(found);
    }
    return store.finished(entry.id()).map(moved -> finished(entry.id(), moved));
  }

  public static StoredRun finished(String id, Path folder) {
    try {
      return ResultFiles.look(id, folder);
    } catch (RuntimeException damaged) {
      String description = Description.read(folder);
      return new StoredRun(
          id,
          State.DAMAGED,
          Description.name(description),
          description,
          changed(folder),
          Double.NaN,
          0,
          Double.NaN,
          folder,
          String.valueOf(damaged.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static StoredRun unfinished(RunStore.Entry entry) {
    Path folder = entry.folder();
    String description = Description.read(folder);
    Optional<CheckpointFile.Reached> reached =
        CheckpointFile.reached(folder.resolve(Run.CHECKPOINT));
    return new StoredRun(
        entry.id(),
        State.UNFINISHED,
        Description.name(description),
        description,
        SessionHistory.read(folder).map(SessionHistory::started).orElseGet(() -> changed(folder)),
        reached.map(CheckpointFile.Reached::seconds).orElse(Double.NaN),
        reached.map(CheckpointFile.Reached::step).orElse(0L),
        Double.NaN,
        folder,
        "");
  }

  private static String changed(Path folder) {
    try {
      Instant changed = Files.getLastModifiedTime(folder).toInstant();
      return changed.truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * The result of a run.
   *
   * @param run the beginning of its id, or its folder
   */
  public Result read(String run) {
    boolean folder = !run.isBlank() && Files.isRegularFile(Path.of(run, "run.json"));
    return folder && !run.matches("[0-9a-f]+") ? read(Path.of(run)) : read(only(run).folder());
  }

  private static Result read(Path folder) {
    Experiment experiment;
    try {
      experiment = Experiment.read(ResultFiles.record(folder).description());
    } catch (RuntimeException damaged) {
      throw ResultFiles.damaged(folder, damaged);
    }
    return ResultFiles.read(experiment, folder);
  }

  /** The one whole run whose id begins so. */
  private RunStore.Entry only(String beginning) {
    List<RunStore.Entry> all =
        store.entries().stream()
            .filter(entry -> entry.id().startsWith(beginning) && !beginning.isEmpty())
            .toList();
    List<RunStore.Entry> whole = all.stream().filter(RunStore.Entry::whole).toList();
    long ids = all.stream().map(RunStore.Entry::id).distinct().count();
    if (ids > 1) {
      throw new PlanException(
          ids
              + " runs begin with \""
              + beginning
              + "\" in "
              + store.root()
              + "."
              + known(beginning));
    }
    if (!whole.isEmpty()) {
      return whole.get(0);
    }
    throw new PlanException(
        all.isEmpty()
            ? "No run begins with \"" + beginning + "\" in " + store.root() + "." + known("")
            : "Run "
                + all.get(0).id().substring(0, 12)
                + " is not finished.\n  run its experiment again: it goes on where it stood\n  "
                + Description.read(all.get(0).folder()).replace("\n", "\n  "));
  }

  private String known(String beginning) {
    List<StoredRun> runs = list().stream().filter(r -> r.id().startsWith(beginning)).toList();
    String lines =
        runs.stream().limit(SHOWN).map(run -> "\n    " + run).collect(Collectors.joining());
    String more = runs.size() > SHOWN ? "\n    … (" + runs.size() + " in all)" : "";
    return "\n  known:" + (runs.isEmpty() ? " none" : lines + more);
  }
}
