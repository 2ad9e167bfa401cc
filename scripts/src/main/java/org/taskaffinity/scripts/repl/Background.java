package org.taskaffinity.scripts.repl;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;

/**
 * A runner that opens while its user types, and then starts its engine. It is handed over when it
 * is open.
 */
final class Background {
  private static final long PATIENCE = 20_000_000_000L;

  private final Supplier<Runner> opening;
  private CompletableFuture<Runner> begun;
  private Thread thread;
  private boolean over;

  Background(Supplier<Runner> opening) {
    this.opening = opening;
  }

  /** Begins, unless it has begun. */
  synchronized CompletableFuture<Runner> begin() {
    if (over) {
      return CompletableFuture.failedFuture(RunException.stopped("Stopped before it began."));
    }
    if (begun == null || begun.isCompletedExceptionally()) {
      CompletableFuture<Runner> future = new CompletableFuture<>();
      begun = future;
      thread = new Thread(() -> open(future), "runner");
      thread.setDaemon(true);
      thread.start();
    }
    return begun;
  }

  private void open(CompletableFuture<Runner> future) {
    try {
      future.complete(opening.get());
    } catch (RuntimeException | Error e) {
      future.completeExceptionally(e);
      return;
    }
    try {
      future.join().prepare();
    } catch (RuntimeException | LinkageError e) {
      // What is wrong with the engine is said when a run asks for it, in the run's own words.
    }
  }

  /**
   * Begins no more, and waits for what has begun: a process that ends while the engine's libraries
   * are being loaded crashes in them.
   */
  void end() {
    Thread last;
    synchronized (this) {
      over = true;
      last = thread;
    }
    long patience = System.nanoTime() + PATIENCE;
    while (last != null && last.isAlive() && System.nanoTime() < patience) {
      try {
        last.join(100);
      } catch (InterruptedException e) {
        // the session is at its end already, and this is short
      }
    }
  }

  /** The runner; waits for it where it is not open yet. */
  Runner runner() {
    try {
      return begin().get();
    } catch (InterruptedException e) {
      throw RunException.stopped("Stopped before it began.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AffinityException ours) {
        throw ours;
      }
      throw new RunException("The runner cannot be opened: " + e.getCause(), e.getCause());
    }
  }
}
