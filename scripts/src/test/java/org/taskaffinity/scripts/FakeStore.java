package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.StoredRun;

/** The made-up runs in the store of a {@link FakeRunner}. */
final class FakeStore {
  private FakeStore() {}

  /** Two runs of one experiment, one unfinished and one damaged. */
  static List<StoredRun> runs() {
    Experiment look = Mtl.experiment("first look", Mtl.planted());
    return List.of(
        run("89ab" + FakeRunner.ID.substring(4), StoredRun.State.UNFINISHED, look.seed(2), ""),
        run(FakeRunner.ID, StoredRun.State.FINISHED, look, ""),
        run("0456" + FakeRunner.ID.substring(4), StoredRun.State.FINISHED, look.seed(3), ""),
        run(
            "cdef" + FakeRunner.ID.substring(4),
            StoredRun.State.DAMAGED,
            look,
            "run.json is cut short"));
  }

  private static StoredRun run(
      String id, StoredRun.State state, Experiment experiment, String problem) {
    return new StoredRun(
        id,
        state,
        experiment.name(),
        experiment.toString(),
        "2026-01-01T00:00:00Z",
        1.5,
        100,
        state == StoredRun.State.FINISHED ? 0.75 : Double.NaN,
        Path.of("runs", id.substring(0, 12)),
        problem);
  }
}
