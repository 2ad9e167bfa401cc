package org.taskaffinity.runtime.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that do one thing together at a time: the caller and its helpers.
 *
 * <p>Work has always {@link #SLICES} slices, and a thread takes the next one when it is done with
 * its last: its own first, then those of a thread that lags behind, because a core whose neighbour
 * is busy works at half speed. What a slice does depends on its number alone, so that neither who
 * takes it nor how many threads there are changes a bit.
 *
 * <p>Who waits spins for some microseconds, which is what a phase of a step takes, and then sleeps,
 * so that others can work where the machine is loaded. A team of one has no helper and no barrier.
 * For one calling thread.
 */
final class WorkerTeam implements AutoCloseable {

  /** Of all work. */
  static final int SLICES = 8;

  private static final long SPIN_NANOS = 50_000;
  private static final AtomicInteger TEAMS = new AtomicInteger();

  private final Helper[] helpers;

  /** The next slice of each thread's own; written last when a round begins. */
  private final AtomicIntegerArray next;

  private final AtomicInteger left = new AtomicInteger();
  private volatile IntConsumer work;
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;
  private volatile Thread sleepingCaller;

  /**
   * @param threads at least 1; more than there are slices have nothing to do
   */
  WorkerTeam(int threads) {
    int size = Math.min(threads, SLICES);
    next = new AtomicIntegerArray(size);
    for (int t = 0; t < size; t++) {
      next.set(t, end(t));
    }
    helpers = new Helper[size - 1];
    int team = TEAMS.incrementAndGet();
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1, "vector-" + team + "-" + (i + 1));
      helpers[i].start();
    }
  }

  /** A thread's first slice; its last is before {@link #end}. */
  private int first(int thread) {
    return thread * SLICES / next.length();
  }

  private int end(int thread) {
    return (thread + 1) * SLICES / next.length();
  }

  /** Does the work once for each of the numbers 0 … SLICES − 1, and waits for all of them. */
  void each(IntConsumer slice) {
    if (helpers.length == 0) {
      for (int i = 0; i < SLICES; i++) {
        slice.accept(i);
      }
      return;
    }
    left.set(SLICES);
    work = slice;
    for (int t = 0; t < next.length(); t++) {
      next.set(t, first(t));
    }
    round++;
    for (Helper helper : helpers) {
      helper.wake();
    }
    take(0);
    waitForHelpers();
    rethrow();
  }

  /**
   * Does slices until none is left to begin. A helper that comes late from one round may take parts
   * of the next: by the time that they can be had, that round's work is there.
   */
  private void take(int thread) {
    for (int i = 0; i < next.length(); i++) {
      int owner = (thread + i) % next.length();
      for (int slice = next.getAndIncrement(owner);
          slice < end(owner);
          slice = next.getAndIncrement(owner)) {
        try {
          work.accept(slice);
        } catch (RuntimeException | Error e) {
          failure = e;
        }
        if (left.decrementAndGet() == 0) {
          LockSupport.unpark(sleepingCaller);
        }
      }
    }
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
    while (left.get() > 0) {
      if (System.nanoTime() - start < SPIN_NANOS) {
        Thread.onSpinWait();
      } else if (Thread.currentThread().isInterrupted()) {
        Thread.yield(); // parking would return at once; who interrupts is heard after the step
      } else {
        sleepingCaller = Thread.currentThread();
        if (left.get() > 0) {
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
      int done = 0;
      while (awaited(done)) {
        done = round;
        take(number);
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
            LockSupport.park(WorkerTeam.this);
          }
          asleep = false;
        }
      }
      return true;
    }
  }
}
