package org.taskaffinity.runtime.bench;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.network.BareProducts;
import org.taskaffinity.runtime.train.Assignment;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.DenseProducts;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.LearnerProvider;
import org.taskaffinity.runtime.train.Look;
import org.taskaffinity.runtime.train.Trainer;

/**
 * Steps and captures of one subject by each engine, each beside the bare products it is made of.
 */
final class StepBenchmark implements AutoCloseable {
  private final Subject subject;
  private final int atoms;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Contender> steps = new ArrayList<>();
  private final List<Contender> captures = new ArrayList<>();

  /**
   * @param djl whether DJL is measured
   * @param java the other engine, where it is measured
   */
  StepBenchmark(
      Subject subject, Device device, int threads, boolean djl, Optional<LearnerProvider> java) {
    this.subject = subject;
    atoms = subject.atoms();
    Assignment a = subject.assignment();
    Architecture sizes = a.architecture();
    int rows = a.optimisation().batchSize();
    if (djl) {
      learner("djl", threads, new Trainer(sizes, a.targets(), a.optimisation(), a.seeds(), device));
      BareProducts bare = new BareProducts(sizes, atoms, rows, device);
      products("products by torch", threads, bare, bare::step, bare::capture);
    }
    java.ifPresent(
        provider -> {
          learner("java", 1, provider.begin(a, threads));
          DenseProducts bare = provider.products(sizes, atoms, rows, threads);
          products("products by java", 1, bare, bare::step, bare::capture);
        });
  }

  private void learner(String who, int torchThreads, Learner learner) {
    open.add(learner);
    Batch[] batches = subject.batches(learner.form());
    steps.add(new Contender(who, torchThreads, inTurn(batches, learner::step)));
    captures.add(
        new Contender(
            who, torchThreads, inTurn(batches, batch -> learner.capture(batch, Look.GRAM))));
  }

  private void products(
      String who, int torchThreads, AutoCloseable bare, Runnable step, Runnable capture) {
    open.add(bare);
    steps.add(new Contender(who, torchThreads, step));
    captures.add(new Contender(who, torchThreads, capture));
  }

  private static Runnable inTurn(Batch[] batches, Consumer<Batch> work) {
    int[] next = {0};
    return () -> work.accept(batches[next[0]++ % batches.length]);
  }

  List<Speed.Row> measure(Turns turns) {
    List<Speed.Row> rows = new ArrayList<>(rows("step", steps, turns));
    rows.addAll(rows("capture", captures, turns));
    return rows;
  }

  private List<Speed.Row> rows(String work, List<Contender> contenders, Turns turns) {
    List<double[]> times = turns.measure(contenders);
    List<Speed.Row> rows = new ArrayList<>();
    for (int c = 0; c < contenders.size(); c++) {
      double[] own = times.get(c);
      rows.add(
          new Speed.Row(
              work,
              subject.tasks(),
              subject.batches(),
              atoms,
              contenders.get(c).who(),
              "ms",
              own.length,
              Turns.quantile(own, .5),
              Turns.quantile(own, .25),
              Turns.quantile(own, .75)));
    }
    return rows;
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("Closing an engine throws nothing checked", e);
      }
    }
  }
}
