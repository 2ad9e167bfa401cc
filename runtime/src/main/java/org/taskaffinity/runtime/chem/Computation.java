package org.taskaffinity.runtime.chem;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.RunException;

/**
 * Works one kind of thing out for every SMILES, a chunk of rows at a time on each of some threads.
 *
 * <p>Every row is read and measured on its own, so the outcome does not depend on the threads.
 */
final class Computation<T> {
  /** Longer texts are refused: the recursions of reading and writing must fit the stack. */
  static final int LONGEST = 5_000;

  private static final int CHUNK = 64;
  private static final long STACK_BYTES = 64L << 20;

  private final List<String> smiles;
  private final Kind<T> kind;
  private final Outcome<T>[] outcomes;
  private final AtomicInteger next = new AtomicInteger();

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Computation(List<String> smiles, Kind<T> kind) {
    this.smiles = smiles;
    this.kind = kind;
    outcomes = new Outcome[smiles.size()];
  }

  /**
   * @return one outcome per row
   * @throws RunException that says it was stopped, if the calling thread is interrupted
   */
  static <T> List<Outcome<T>> run(List<String> smiles, Kind<T> kind, int threads) {
    Computation<T> computation = new Computation<>(smiles, kind);
    ExecutorService workers = Executors.newFixedThreadPool(threads, Computation::worker);
    try {
      Callable<Void> work = computation::work;
      computation.await(workers, Collections.nCopies(threads, work));
    } finally {
      workers.shutdownNow();
    }
    return Arrays.asList(computation.outcomes);
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(null, work, "molecules", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private void await(ExecutorService workers, List<Callable<Void>> work) {
    try {
      for (Future<Void> done : workers.invokeAll(work)) {
        done.get();
      }
    } catch (InterruptedException interrupted) {
      throw stopped(kind.name());
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "Could not work out " + kind.name() + " of molecules.", failed.getCause());
    }
  }

  /** What was worked out so far is short of a table, and is let go. */
  static RunException stopped(String kind) {
    return RunException.stopped("Stopped while working out " + kind + " of molecules.");
  }

  private Void work() {
    Perception perception = new Perception();
    Measure<T> measure = kind.measures().get();
    for (int from = chunk(); from < outcomes.length; from = chunk()) {
      for (int row = from; row < Math.min(from + CHUNK, outcomes.length); row++) {
        outcomes[row] = outcome(smiles.get(row), perception, measure);
      }
    }
    return null;
  }

  private int chunk() {
    return Thread.currentThread().isInterrupted() ? outcomes.length : next.getAndAdd(CHUNK);
  }

  /** Whatever a text does to the parser stays with its row. */
  private Outcome<T> outcome(String text, Perception perception, Measure<T> measure) {
    if (text == null || text.isBlank()) {
      return Outcome.failed("no SMILES given");
    }
    if (text.length() > LONGEST) {
      return Outcome.failed("longer than " + LONGEST + " characters");
    }
    try {
      return Outcome.of(measure.of(perception.read(text)));
    } catch (Exception | StackOverflowError problem) {
      return Outcome.failed(brief(problem));
    }
  }

  private static String brief(Throwable problem) {
    String message = problem.getMessage();
    if (message == null || message.isBlank()) {
      return problem.getClass().getSimpleName();
    }
    String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }
}
