package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.ecfpMlp;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.linearHead;
import static org.taskaffinity.dsl.Mtl.noSplit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskFisher;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 12: whether Task2Vec follows E on Tox21 as gradients do. The probe is the encoder of the
 * very training whose gradients are read, so that the two measures see the same network; what is
 * taken of it is written at {@link Task2Vec}.
 *
 * <p>The text names neither the probe nor its data; as written, the encoder of Table 3 is taken.
 * The code takes no common probe: each task trains a randomly initialised network of its own on
 * ECFP4, and the diagonals, which stand in coordinates that have nothing to do with one another,
 * are compared. That is rebuilt, with networks of the same sizes under seeds of their own; their
 * Fisher information is that of the language, where the code squares gradients of batch means.
 *
 * @param subject on which data; Tox21
 */
record Table12(Subject subject) implements Artefact {
  private static final String DIAGONAL = "Task2Vec, diagonal Fisher";
  private static final String FULL = "Task2Vec, full Fisher";
  private static final String OWN = "full Fisher of the probe's own weights";

  @Override
  public String id() {
    return "table-12";
  }

  @Override
  public String caption() {
    return "Table 12: Task2Vec and gradients, each against E, on Tox21";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  @Override
  public String leftOut() {
    return "Full Fisher: by Kronecker factors, exact for the linear probe taken here. It holds the"
        + " probe's direction, which the labels decide; the Fisher information of the probe's own"
        + " weights does not, and stands beside. There is no code for a full Fisher (entry D35 of the ledger), so as coded has the diagonal alone, of a network"
        + " for each task under a seed of its own; the overlap levels of that code, at which its G"
        + " stays the same, are left out.";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    List<Experiment> all = new ArrayList<>(subject.in(lane, budget));
    if (lane == Lane.CODED) {
      for (int trial = 1; trial <= trials(budget); trial++) {
        all.addAll(apart(trial, budget));
      }
    }
    return all;
  }

  @Override
  public String more(Lane lane, Budget budget) {
    return "a probe for each task on each encoder, some seconds each";
  }

  /** The code's five, or enough for an interval. */
  private static int trials(Budget budget) {
    return budget.of(1, 3, 5);
  }

  /** A network for each task alone, each drawn anew. */
  private List<Experiment> apart(int trial, Budget budget) {
    List<Experiment> all = new ArrayList<>();
    for (String task : tasks(budget)) {
      Dataset data = budget.of(subject.data().tasks(task), subject.smoke());
      Experiment base =
          experiment(subject.key() + " a network for each task", data)
              .split(noSplit())
              .encoder(ecfpMlp(256, 256).bits(1024).norm(Norm.NONE).dropout(0).projection(0))
              .head(linearHead())
              .training(
                  adamW(1e-3).weightDecay(0).batchSize(64).epochs(budget.of(2, 20, 20)).clip(0))
              .capture(captureEvery(10))
              .labelCorrelation(labelCorrelation(Rows.ALL))
              .seed(1000L * trial + all.size());
      all.add(budget.looking(base));
    }
    return all;
  }

  /** Tox21's tasks, which the data set does not say before it is read; a test names its own. */
  private List<String> tasks(Budget budget) {
    List<String> named = subject.data().chosen().stream().map(Task::name).toList();
    return named.isEmpty() ? JointTraining.tasks(budget) : named;
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<Result> results = work.run(subject.in(lane, work.budget()));
    List<TaskMatrix> e = Table1.labels(subject, lane, results, work);
    List<TaskMatrix> g =
        results.stream()
            .map(
                r -> lane == Lane.CODED ? work.affinity(r, 1, Table1.PRINTED_EPOCHS) : r.affinity())
            .toList();
    relations("gradients", g, e, work, found);
    if (lane == Lane.CODED) {
      List<TaskMatrix> apart = apart(work).stream().map(Task2Vec::diagonal).toList();
      // E is of all rows, the same for every trial.
      List<TaskMatrix> each = apart.stream().map(trial -> e.get(0)).toList();
      TaskMatrix mean = relations(DIAGONAL, apart, each, work, found);
      beside("diagonal", mean, Matrices.mean(g), Matrices.mean(e), work, found);
      return found;
    }
    List<Task2Vec> embedded = results.stream().map(work.runner()::task2vec).toList();
    TaskMatrix diagonal = relations(DIAGONAL, of(embedded, Task2Vec::diagonal), e, work, found);
    TaskMatrix full = relations(FULL, of(embedded, Task2Vec::full), e, work, found);
    relations(OWN, of(embedded, Task2Vec::probes), e, work, found);
    beside("diagonal", diagonal, Matrices.mean(g), Matrices.mean(e), work, found);
    beside("full", full, Matrices.mean(g), Matrices.mean(e), work, found);
    return found;
  }

  private static List<TaskMatrix> of(
      List<Task2Vec> embedded, Function<Task2Vec, TaskMatrix> measure) {
    return embedded.stream().map(measure).toList();
  }

  private List<Task2Vec> apart(Work work) {
    List<Task2Vec> trials = new ArrayList<>();
    for (int trial = 1; trial <= trials(work.budget()); trial++) {
      List<TaskFisher> tasks = new ArrayList<>();
      for (Result result : work.run(apart(trial, work.budget()))) {
        tasks.add(work.runner().task2vec(result).of(result.affinity().tasks().get(0)));
      }
      trials.add(new Task2Vec(tasks));
    }
    return trials;
  }

  /** r with E over seeds and of the mean matrix, which is returned. */
  private static TaskMatrix relations(
      String key, List<TaskMatrix> each, List<TaskMatrix> e, Work work, Findings found) {
    found.relation(key, "", each, e, work);
    return Matrices.mean(each);
  }

  /**
   * What the paper does not print: Task2Vec has no sign, so that |E| is the most it could follow,
   * and it may follow the gradients where it does not follow E.
   */
  private static void beside(
      String name, TaskMatrix task2vec, TaskMatrix g, TaskMatrix e, Work work, Findings found) {
    Relation size = work.runner().relate(task2vec, e.map(Math::abs));
    found.add(name + " Fisher with |E|", size.pearson(), size.pairs());
    Relation gradients = work.runner().relate(task2vec, g);
    found.add(name + " Fisher with G", gradients.pearson(), gradients.pairs());
    found.matrix("task2vec-" + name, task2vec);
    found.figure(
        "task2vec-" + name,
        Figures.heatMap("Task2Vec, cosine of the " + name + " Fisher", task2vec));
  }
}
