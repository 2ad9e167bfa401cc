package org.taskaffinity.runtime;

import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;

import java.util.List;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.runtime.bench.Subject;
import org.taskaffinity.runtime.data.DataFiles;

/**
 * Finds what a benchmark measures: batches of real data where they are found, made-up ones
 * elsewhere.
 */
final class Measuring {
  private final DataFiles files;
  private final Preparation preparation;

  Measuring(DataFiles files, Preparation preparation) {
    this.files = files;
    this.preparation = preparation;
  }

  /** K = 12 is Tox21, fewer than 28 are of SIDER, more of ToxCast; nothing is fetched. */
  Subject subject(int tasks) {
    String name = tasks == 12 ? "tox21" : tasks <= 27 ? "sider" : "toxcast";
    DataState state = files.locate(name);
    int known = state.entry().tasks().size();
    if (!state.verified() || known < tasks) {
      return Subject.synthetic(tasks);
    }
    List<Task> first = state.entry().tasks().subList(0, tasks);
    Dataset data = dataset(name);
    Dataset some = tasks == known ? data : data.tasks(first.toArray(Task[]::new));
    return new Subject(
        state.entry().title(),
        preparation.of(experiment("bench", some).training(adamW(1e-3))).assignment());
  }
}
