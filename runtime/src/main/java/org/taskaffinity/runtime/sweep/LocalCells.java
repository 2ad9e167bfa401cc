package org.taskaffinity.runtime.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.RunException;

/**
 * Works on cells in threads of this process. What another process works on is left to it, and taken
 * over where that process has died.
 */
public final class LocalCells implements CellExecutor {
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_BETWEEN_LOOKS = 10;

  private final int atOnce;

  /**
   * @param atOnce cells worked on at the same time, at least 1
   */
  public LocalCells(int atOnce) {
    this.atOnce = atOnce;
  }

  @Override
  public Map<Cell, RuntimeException> execute(List<Cell> cells, CellWork work, SweepWatch watch) {
    CellQueue queue = new CellQueue(cells);
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i <= Math.min(atOnce, cells.size()); i++) {
      Thread worker = new Thread(() -> work(queue, work, watch), "cell-" + i);
      worker.setDaemon(true);
      workers.add(worker);
    }
    boolean interrupted = false;
    try {
      workers.forEach(Thread::start);
      watch(queue, work, watch);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      queue.stop();
      interrupted |= end(workers);
    }
    watch.tick();
    rethrow(queue.fatal());
    if (interrupted) {
      throw RunException.stopped(
          "Stopped with " + watch + "; what was reached is kept.\n  to go on, run the same again");
    }
    return queue.givenUp();
  }

  /** Tells of progress, in the thread that called; workers have no business on a terminal. */
  private static void watch(CellQueue queue, CellWork work, SweepWatch watch)
      throws InterruptedException {
    for (int tick = 1; !queue.over(TICK_MILLIS); tick++) {
      if (tick % TICKS_BETWEEN_LOOKS == 0) {
        for (Cell cell : queue.elsewhere()) {
          if (work.done(cell) && queue.finishedElsewhere(cell)) {
            watch.found();
          }
        }
      }
      watch.tick();
    }
  }

  private static void work(CellQueue queue, CellWork work, SweepWatch watch) {
    try {
      for (Optional<CellQueue.Turn> turn = queue.next(); turn.isPresent(); turn = queue.next()) {
        work(turn.get(), queue, work, watch);
      }
    } catch (InterruptedException stopped) {
      // All is over.
    }
  }

  private static void work(CellQueue.Turn turn, CellQueue queue, CellWork work, SweepWatch watch) {
    SweepWatch.Watched watched = watch.begun(turn.cell());
    try {
      CellWork.Outcome came = work.work(turn.cell(), turn.alone(), watched);
      watched.completed(came);
      queue.completed(turn, came);
    } catch (RuntimeException | Error e) {
      boolean given = queue.failed(turn, e);
      watched.failed(given ? Optional.of(e) : Optional.empty());
    }
  }

  /** Interrupts the workers until they are gone; true if somebody interrupted this thread. */
  private static boolean end(List<Thread> workers) {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        workers.forEach(Thread::interrupt); // again, should one have been swallowed
        try {
          worker.join(1000);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    return interrupted;
  }

  private static void rethrow(Optional<Throwable> fatal) {
    if (fatal.isPresent() && fatal.get() instanceof Error error) {
      throw error;
    }
    if (fatal.isPresent()) {
      throw (RuntimeException) fatal.get();
    }
  }
}
