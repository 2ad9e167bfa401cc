package org.taskaffinity.notebooks.cell;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.notebooks.cell.Outputs.Stream;
import org.taskaffinity.notebooks.show.MimeBundle;
import org.taskaffinity.notebooks.show.Rendering;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.LazyRunner;
import org.taskaffinity.scripts.shell.ScriptSupport;
import org.taskaffinity.scripts.shell.ShellEngine;
import org.taskaffinity.scripts.shell.Value;

/**
 * Evaluates cells, one after the other, and shows what they give.
 *
 * <p>As in every notebook the last statement's value is shown where it is an expression that stands
 * alone; a semicolon at its end silences it, and {@code display(value)} shows more. What a cell
 * prints and the progress of its trainings reach the outputs while it runs.
 *
 * <p>While an engine is open, {@code System.out}, {@code System.err} and {@code display} are its
 * own, for all of the process. Cells run on the thread that calls; {@link #interrupt} may come from
 * another.
 */
public final class CellEngine implements AutoCloseable {
  private static final long MOMENT_MILLIS = 50;

  private final Current current = new Current();
  private final Printed printed = new Printed(current);
  private final ProgressBars progress = new ProgressBars(orderly());
  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;
  private final LazyRunner runner;
  private final ShellEngine shell;
  private final Rendering rendering = new Rendering();
  private final ScheduledExecutorService ticking;
  private boolean running;
  private boolean refusing;
  private Optional<Integer> left = Optional.empty();
  private Runnable leaving = () -> {};

  /**
   * @param opening opens a runner that tells this of its progress; called when a cell first needs
   *     one
   */
  public CellEngine(Function<Progress, Runner> opening) {
    runner = new LazyRunner(() -> opening.apply(progress));
    shell = ShellEngine.open(runner);
    ticking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "cell-output");
              thread.setDaemon(true);
              return thread;
            });
    ticking.scheduleWithFixedDelay(
        printed::flush, MOMENT_MILLIS, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    System.setOut(printed.to(Stream.STDOUT));
    System.setErr(printed.to(Stream.STDERR));
    ScriptSupport.showing(value -> orderly().display(rendered(value), ""));
    ScriptSupport.leaving(Optional.of(this::leave));
  }

  /**
   * Evaluates a cell.
   *
   * @param count the cell's number, by which messages call it
   * @param presets values for variables that the cell declares, as they are typed
   * @return why it failed, which the outputs were told as well; empty if it did not
   */
  public Optional<CellFailure> run(
      int count, String code, Map<String, String> presets, Outputs outputs) {
    if (!begin(outputs)) {
      return Optional.of(
          left()
              .map(status -> CellFailure.left("a thread", status))
              .orElseGet(() -> CellFailure.stoppedBefore("cell " + count)));
    }
    Value[] last = new Value[1];
    Optional<CellFailure> failure;
    try {
      Optional<Failure> failed = shell.eval("cell " + count, code, presets, v -> last[0] = v);
      failure = failed.map(CellFailure::of);
    } catch (RuntimeException | Error e) {
      failure = Optional.of(CellFailure.ofEngine("cell " + count, e));
    } finally {
      end();
    }
    if (left().isPresent()) {
      failure = Optional.of(CellFailure.left("cell " + count, left().get()));
    } else if (failure.isEmpty()) {
      failure = result(last[0], count);
    }
    failure.ifPresent(current::error);
    return failure;
  }

  private MimeBundle rendered(Object value) {
    MimeBundle bundle = rendering.of(value);
    rendering.preamble().ifPresent(script -> orderly().display(script, ""));
    return bundle;
  }

  /** Shows the last value; a value that cannot even be printed is a failure of the cell. */
  private Optional<CellFailure> result(Value value, int count) {
    if (value != null && value.last() && value.shown()) {
      try {
        current.result(rendered(value.object()));
      } catch (RuntimeException | Error e) {
        return Optional.of(CellFailure.ofEngine("showing the value of cell " + count, e));
      }
    }
    return Optional.empty();
  }

  private synchronized boolean begin(Outputs outputs) {
    if (refusing) {
      return false;
    }
    printed.flush();
    current.become(outputs);
    printed.begin();
    running = true;
    return true;
  }

  private void end() {
    synchronized (this) {
      running = false;
    }
    Thread.interrupted(); // an interrupt that the cell left behind is not for those that follow
    shell.eval("", "", value -> {}); // nor is a stop that came after its last statement
    System.out.flush();
    System.err.flush();
    progress.over();
    printed.end();
  }

  /**
   * Stops the cell that is running, if one is: within a moment, or when a training has saved what
   * it reached.
   */
  public synchronized void interrupt() {
    if (running) {
      shell.stop();
    }
  }

  /** Stops the cell that is running, and lets no other begin. */
  public synchronized void stop() {
    refusing = true;
    interrupt();
  }

  /**
   * A cell, or a thread of one, asks for the process to end: the cell ends, and no other begins.
   */
  private void leave(int code) {
    Runnable told;
    synchronized (this) {
      left = left.isPresent() ? left : Optional.of(code);
      told = leaving;
      stop();
    }
    told.run();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
    throw new ScriptSupport.Left(code);
  }

  /** The exit code with which a cell, or a thread of one, asked for the process to end. */
  public synchronized Optional<Integer> left() {
    return left;
  }

  /** What to do when a cell, or a thread of one, asks for the process to end. */
  public synchronized void leaving(Runnable way) {
    leaving = way;
  }

  /** Whether a cell is running. */
  public synchronized boolean running() {
    return running;
  }

  /** The engine below, for those that complete and explain. */
  public ShellEngine shell() {
    return shell;
  }

  /** What is printed comes before what is shown after it. */
  private Outputs orderly() {
    return new Outputs() {
      @Override
      public void print(Stream stream, String text) {
        printed.flush();
        current.print(stream, text);
      }

      @Override
      public void display(MimeBundle bundle, String id) {
        System.out.flush();
        printed.flush();
        current.display(bundle, id);
      }

      @Override
      public void update(MimeBundle bundle, String id) {
        current.update(bundle, id);
      }

      @Override
      public void result(MimeBundle bundle) {
        current.result(bundle);
      }

      @Override
      public void error(CellFailure failure) {
        current.error(failure);
      }
    };
  }

  @Override
  public void close() {
    ticking.shutdownNow();
    System.setOut(outBefore);
    System.setErr(errBefore);
    ScriptSupport.showing(value -> System.out.println(value));
    ScriptSupport.leaving(Optional.empty());
    shell.close();
    runner.close();
  }

  /**
   * The outputs of the cell that runs, or ran last: threads that it left behind go on printing
   * there. Shows no more than a notebook can hold.
   */
  private static final class Current implements Outputs {
    private static final long LIMIT = 50_000_000;

    private Outputs outputs;
    private long shown;

    synchronized void become(Outputs next) {
      outputs = next;
      shown = 0;
    }

    @Override
    public synchronized void print(Stream stream, String text) {
      if (outputs != null) {
        outputs.print(stream, text);
      }
    }

    @Override
    public synchronized void display(MimeBundle bundle, String id) {
      boolean cut = shown > LIMIT;
      shown += bundle.size();
      if (shown <= LIMIT) {
        outputs.display(bundle, id);
      } else if (!cut) {
        outputs.print(
            Stream.STDERR, "[Cut here: a cell shows " + LIMIT / 1_000_000 + " MB at most.]\n");
      }
    }

    @Override
    public synchronized void update(MimeBundle bundle, String id) {
      outputs.update(bundle, id);
    }

    @Override
    public synchronized void result(MimeBundle bundle) {
      outputs.result(bundle);
    }

    @Override
    public synchronized void error(CellFailure failure) {
      outputs.error(failure);
    }
  }
}
