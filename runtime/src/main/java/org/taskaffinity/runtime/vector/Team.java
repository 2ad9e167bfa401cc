package org.taskaffinity.runtime.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that do one thing together at a time: the caller and its helpers.
 *
 * <p>Who waits spins for some microseconds, which is what a phase of a step takes, and then sleeps,
 * so that others can work where the machine is loaded. A team of one has no helper and no barrier.
 * For one calling thread.
 */
final class Team implements AutoCloseable {
  private static final long SPIN_NANOS = 50_000;
  private static final AtomicInteger TEAMS = new AtomicInteger();

  private final Helper[] helpers;
  private final AtomicInteger working = new AtomicInteger();
  private volatile IntConsumer work;
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;
  private volatile Thread sleepingCaller;

  /**
   * @param threads at least 1
   */
  Team(int threads) {
    helpers = new Helper[threads - 1];
    int team = TEAMS.incrementAndGet();
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1, "vector-" + team + "-" + (i + 1));
      helpers[i].start();
    }
  }

  int size() {
    return helpers.length + 1;
  }

  /** Does the work once for each of the numbers 0 … size − 1, and waits for all of them. */
  void each(IntConsumer part) {
    if (helpers.length == 0) {
      part.accept(0);
      return;
    }
    work = part;
    working.set(helpers.length);
    round++;
    for (Helper helper : helpers) {
      helper.wake();
    }
    try {
      part.accept(0);
    } finally {
      waitForHelpers();
    }
    rethrow();
  }

  private void rethrow() {
    Throwable found = failure;
    failure = null;
    if (found instanceof Error error) {
      throw error;
    }
    if (found instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void waitForHelpers() {
    long start = System.nanoTime();
    while (working.get() > 0) {
      if (System.nanoTime() - start < SPIN_NANOS) {
        Thread.onSpinWait();
      } else if (Thread.currentThread().isInterrupted()) {
        Thread.yield(); // parking would return at once; who interrupts is heard after the step
      } else {
        sleepingCaller = Thread.currentThread();
        if (working.get() > 0) {
          LockSupport.park(this);
        }
        sleepingCaller = null;
      }
    }
  }

  /** Ends the helpers and waits until they are gone. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper);
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Helper extends Thread {
    private final int number;
    private volatile boolean asleep;

    Helper(int number, String name) {
      super(name);
      this.number = number;
      setDaemon(true);
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      for (int done = 0; awaited(done); done++) {
        try {
          work.accept(number);
        } catch (RuntimeException | Error e) {
          failure = e;
        }
        if (working.decrementAndGet() == 0) {
          LockSupport.unpark(sleepingCaller);
        }
      }
    }

    /** Waits for a round after so many; false at the end. */
    private boolean awaited(int done) {
      long start = System.nanoTime();
      while (round == done) {
        if (closed) {
          return false;
        }
        if (System.nanoTime() - start < SPIN_NANOS) {
          Thread.onSpinWait();
        } else {
          asleep = true;
          if (round == done && !closed) {
            LockSupport.park(Team.this);
          }
          asleep = false;
        }
      }
      return true;
    }
  }
}
