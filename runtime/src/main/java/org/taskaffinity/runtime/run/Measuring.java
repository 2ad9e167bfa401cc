package org.taskaffinity.runtime.run;

import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;

import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.runtime.bench.Subject;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.data.DataFiles;
import org.taskaffinity.runtime.plan.Preparation;

/**
 * Finds what a benchmark measures: batches of real data where they are found, made-up ones
 * elsewhere.
 */
public final class Measuring {
  private final DataFiles files;
  private final Preparation preparation;

  public Measuring(DataFiles files, Preparation preparation) {
    this.files = files;
    this.preparation = preparation;
  }

  /** Molecules of Tox21 made graphs, where it is found: without a cache, all threads. */
  public Optional<Speed.Row> featurising(int rounds, int threads) {
    DataState state = files.locate("tox21");
    if (!state.verified()) {
      return Optional.empty();
    }
    Experiment experiment = experiment("bench", dataset("tox21")).training(adamW(1e-3));
    List<String> smiles = preparation.of(experiment).table().smiles();
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      Molecules.read(smiles, null, threads).graphs();
      seconds[round] = (System.nanoTime() - start) / 1e9;
    }
    String title = state.entry().title();
    int tasks = state.entry().tasks().size();
    return Optional.of(Speed.Row.of("featurising", tasks, title, 0, "java", "s", seconds));
  }

  /** K = 12 is Tox21, fewer than 28 are of SIDER, more of ToxCast; nothing is fetched. */
  public Subject subject(int tasks) {
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
