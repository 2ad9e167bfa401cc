package org.taskaffinity.runtime.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.RunException;

/** Which cells are to be worked on, and what has come of them. For several threads. */
final class CellQueue {
  /** How long nobody looks at a cell that somebody else was working on. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

  private final Deque<Cell> open;
  private final Deque<Cell> alone = new ArrayDeque<>();
  private final Deque<Postponed> postponed = new ArrayDeque<>();
  private final Set<Cell> tried = new HashSet<>();
  private final Map<Cell, RuntimeException> given = new LinkedHashMap<>();
  private int running;
  private boolean exclusive;
  private boolean stopped;
  private Optional<Throwable> fatal = Optional.empty();

  /** A cell to work on, and whether nothing else is under way. */
  record Turn(Cell cell, boolean alone) {}

  /** A cell that somebody else works on, and when to look again, by the clock that never jumps. */
  private record Postponed(Cell cell, long due) {}

  CellQueue(List<Cell> cells) {
    open = new ArrayDeque<>(cells);
  }

  /** The next cell, awaited while one may come back; empty when all is over. */
  synchronized Optional<Turn> next() throws InterruptedException {
    while (!over()) {
      Optional<Turn> turn = exclusive ? Optional.empty() : turn();
      if (turn.isPresent()) {
        running++;
        return turn;
      }
      await();
    }
    notifyAll();
    return Optional.empty();
  }

  private Optional<Turn> turn() {
    if (!open.isEmpty()) {
      return Optional.of(new Turn(open.poll(), false));
    }
    if (!alone.isEmpty()) {
      exclusive = running == 0;
      return exclusive ? Optional.of(new Turn(alone.poll(), true)) : Optional.empty();
    }
    boolean due = !postponed.isEmpty() && postponed.peek().due() - System.nanoTime() <= 0;
    return due ? Optional.of(new Turn(postponed.poll().cell(), false)) : Optional.empty();
  }

  private void await() throws InterruptedException {
    if (postponed.isEmpty()) {
      wait();
    } else {
      long left = postponed.peek().due() - System.nanoTime();
      wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left) + 1));
    }
  }

  /** Whether nothing is left to do, or nothing may be begun any more. */
  private boolean over() {
    return stopped || running == 0 && open.isEmpty() && alone.isEmpty() && postponed.isEmpty();
  }

  /** Waits for the end; false if that takes longer. */
  synchronized boolean over(long millis) throws InterruptedException {
    if (!over()) {
      wait(millis);
    }
    return over();
  }

  synchronized void completed(Turn turn, CellWork.Outcome how) {
    release();
    switch (how) {
      case DONE -> {}
      case ALONE -> alone.add(turn.cell());
      case ELSEWHERE -> postponed.add(new Postponed(turn.cell(), System.nanoTime() + PATIENCE));
    }
  }

  /** Takes a failure in. True if the cell is given up by that. */
  synchronized boolean failed(Turn turn, Throwable why) {
    release();
    if (stopped) {
      return false; // who is interrupted may fail in any way
    }
    boolean memory = why instanceof OutOfMemoryError;
    if (ends(why)) {
      fatal = Optional.of(why);
      stop();
      return false;
    }
    if (!(why instanceof PlanException) && tried.add(turn.cell())) {
      (memory ? alone : open).add(turn.cell());
      return false;
    }
    given.put(
        turn.cell(),
        memory
            ? new RunException(
                "Memory ran out, with nothing beside it.\n  write: a smaller "
                    + Remedy.batchSize().asked()
                    + ", or give the JVM more: JAVA_OPTS=-Xmx"
                    + (2 + (Runtime.getRuntime().maxMemory() >> 29))
                    + "g",
                why)
            : (RuntimeException) why);
    return true;
  }

  /** What no other cell would survive either, or a wish to stop. */
  private static boolean ends(Throwable why) {
    return why instanceof DescriptionException
        || why instanceof RunException run && run.stopped()
        || why instanceof Error && !(why instanceof OutOfMemoryError);
  }

  private void release() {
    running--;
    exclusive = false;
    notifyAll();
  }

  /** Nothing is begun any more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** The cells that somebody else was working on when they were last looked at. */
  synchronized List<Cell> elsewhere() {
    return postponed.stream().map(Postponed::cell).toList();
  }

  /** Takes out a cell that somebody else has finished. */
  synchronized boolean finishedElsewhere(Cell cell) {
    boolean there = postponed.removeIf(a -> a.cell().equals(cell));
    notifyAll();
    return there;
  }

  /** What ended everything. */
  synchronized Optional<Throwable> fatal() {
    return fatal;
  }

  synchronized Map<Cell, RuntimeException> givenUp() {
    return new LinkedHashMap<>(given);
  }
}
