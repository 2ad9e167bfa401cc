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
    Board board = new Board(cells);
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i <= Math.min(atOnce, cells.size()); i++) {
      Thread worker = new Thread(() -> work(board, work, watch), "cell-" + i);
      worker.setDaemon(true);
      workers.add(worker);
    }
    boolean interrupted = false;
    try {
      workers.forEach(Thread::start);
      watch(board, work, watch);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      board.stop();
      interrupted |= end(workers);
    }
    watch.tick();
    rethrow(board.fatal());
    if (interrupted) {
      throw RunException.stopped(
          "Stopped with " + watch + "; what was reached is kept.\n  to go on, run the same again");
    }
    return board.givenUp();
  }

  /** Tells of progress, in the thread that called; workers have no business on a terminal. */
  private static void watch(Board board, CellWork work, SweepWatch watch)
      throws InterruptedException {
    for (int tick = 1; !board.over(TICK_MILLIS); tick++) {
      if (tick % TICKS_BETWEEN_LOOKS == 0) {
        for (Cell cell : board.elsewhere()) {
          if (work.done(cell) && board.finishedElsewhere(cell)) {
            watch.found();
          }
        }
      }
      watch.tick();
    }
  }

  private static void work(Board board, CellWork work, SweepWatch watch) {
    try {
      for (Optional<Board.Turn> turn = board.next(); turn.isPresent(); turn = board.next()) {
        work(turn.get(), board, work, watch);
      }
    } catch (InterruptedException stopped) {
      // All is over.
    }
  }

  private static void work(Board.Turn turn, Board board, CellWork work, SweepWatch watch) {
    SweepWatch.Watched watched = watch.begun(turn.cell());
    try {
      CellWork.Came came = work.work(turn.cell(), turn.alone(), watched);
      watched.came(came);
      board.came(turn, came);
    } catch (RuntimeException | Error e) {
      boolean given = board.failed(turn, e);
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
