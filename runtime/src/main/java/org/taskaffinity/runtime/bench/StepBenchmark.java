package org.taskaffinity.runtime.bench;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.network.BareProducts;
import org.taskaffinity.runtime.tensor.HostTransfers;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.CaptureMode;
import org.taskaffinity.runtime.train.DenseProducts;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.LearnerProvider;
import org.taskaffinity.runtime.train.Trainer;
import org.taskaffinity.runtime.train.TrainingSpec;

/**
 * Steps and captures of one subject by each engine, each beside the bare products it is made of.
 */
final class StepBenchmark implements AutoCloseable {
  private static final String DJL = "djl";

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
    TrainingSpec a = subject.assignment();
    Architecture sizes = a.architecture();
    int rows = a.optimisation().batchSize();
    if (djl) {
      learner(DJL, threads, new Trainer(sizes, a.targets(), a.optimisation(), a.seeds(), device));
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
            who, torchThreads, inTurn(batches, batch -> learner.capture(batch, CaptureMode.GRAM))));
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
    List<Turns.Times> stepTimes = turns.measure(steps);
    List<Speed.Row> rows = rows("step", steps, stepTimes);
    rows.addAll(rows("capture", captures, turns.measure(captures)));
    for (int c = 0; c < steps.size(); c++) {
      Speed.Row warm = rows.get(c);
      Turns.Times times = stepTimes.get(c);
      double late = times.warmUp() - times.warmUpRuns() * warm.median();
      rows.add(row("warm-up, more than the same steps later", warm.who(), Math.max(0, late)));
    }
    if (steps.get(0).who().equals(DJL)) {
      rows.addAll(copies("step", steps.get(0)));
      rows.addAll(copies("capture", captures.get(0)));
    }
    return rows;
  }

  /** Tensors, not bytes: the host waits for each that comes back (on a GPU also for the norm). */
  private List<Speed.Row> copies(String work, Contender contender) {
    HostTransfers copies = HostTransfers.of(contender.work());
    String what = "tensors copied in a " + work;
    return List.of(
        row(what, "to the device", "", copies.toDevice()),
        row(what, "to the host", "", copies.toHost()));
  }

  private List<Speed.Row> rows(String work, List<Contender> contenders, List<Turns.Times> times) {
    List<Speed.Row> rows = new ArrayList<>();
    for (int c = 0; c < contenders.size(); c++) {
      rows.add(row(work, contenders.get(c).who(), times.get(c).rounds()));
    }
    return rows;
  }

  private Speed.Row row(String work, String who, double... millis) {
    return row(work, who, "ms", millis);
  }

  private Speed.Row row(String work, String who, String unit, double... values) {
    return Speed.Row.of(work, subject.tasks(), subject.batches(), atoms, who, unit, values);
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
