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
  private final Supplier<Runner> opening;
  private CompletableFuture<Runner> begun;

  Background(Supplier<Runner> opening) {
    this.opening = opening;
  }

  /** Begins, unless it has begun. */
  synchronized CompletableFuture<Runner> begin() {
    if (begun == null || begun.isCompletedExceptionally()) {
      CompletableFuture<Runner> future = new CompletableFuture<>();
      begun = future;
      Thread thread = new Thread(() -> open(future), "runner");
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
