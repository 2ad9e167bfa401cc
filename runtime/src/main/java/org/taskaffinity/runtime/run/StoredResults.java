package org.taskaffinity.runtime.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.record.ResultFiles;
import org.taskaffinity.runtime.record.RunStore;

/** Results out of a store in which other processes may replace runs at the same time. */
public final class StoredResults {
  private static final int TRIES = 20;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private final RunStore store;
  private final Progress told;

  /**
   * @param told hears of damaged runs
   */
  public StoredResults(RunStore store, Progress told) {
    this.store = store;
    this.told = told;
  }

  /**
   * The stored result of an experiment. One that does not read counts as absent: it is put aside,
   * and told of.
   *
   * @throws RunException if it cannot be read for another reason than what its files hold
   */
  public Optional<Result> find(Experiment experiment, String id) {
    if (store.finished(id).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(experiment, id));
    } catch (RunException damaged) {
      if (!ResultFiles.ofContent(damaged)) {
        throw damaged;
      }
      store.putAside(id).ifPresent(aside -> told.say(kept(id, aside, damaged)));
      return store.finished(id).map(there -> read(experiment, id));
    }
  }

  private static String kept(String id, Path aside, RunException damaged) {
    Throwable why = damaged.getCause() == null ? damaged : damaged.getCause();
    return "the stored run "
        + id.substring(0, 12)
        + " is damaged ("
        + String.valueOf(why.getMessage()).lines().findFirst().orElse("")
        + "); it is kept as "
        + aside
        + ", and trained again";
  }

  /** Whether a run is stored that reads, as far as can be told without reading its matrices. */
  public boolean has(String id) {
    try {
      return store.finished(id).map(folder -> ResultFiles.look(id, folder)).isPresent();
    } catch (RunException damaged) {
      return false;
    }
  }

  /**
   * The result of a run that is stored.
   *
   * @throws RunException if there is none, or it does not read
   */
  public Result read(Experiment experiment, String id) {
    for (int i = 1; ; i++) {
      Optional<String> mark = store.mark(id);
      try {
        return ResultFiles.read(experiment, folder(id));
      } catch (RunException e) {
        boolean replaced = mark.isEmpty() || !mark.equals(store.mark(id));
        if (i == TRIES || !replaced || !waited()) {
          throw e;
        }
      }
    }
  }

  private Path folder(String id) {
    return store
        .finished(id)
        .orElseThrow(
            () -> new RunException("Run " + id.substring(0, 12) + " is no longer in the store."));
  }

  private static boolean waited() {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
