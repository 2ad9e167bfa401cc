package org.taskaffinity.runtime.bench;

import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * One who does the work that is measured.
 *
 * @param who its name
 * @param torchThreads what the work lets torch have: two pools on the same cores ruin each other
 * @param work once
 */
record Contender(String who, int torchThreads, Runnable work) {

  /** Threads of the contender before go to sleep meanwhile: they spin for a millisecond or so. */
  private static final long REST_MILLIS = 20;

  /** Makes the machine its own, and runs once. */
  void enter() {
    alone();
    work.run();
  }

  /** Makes the machine its own. */
  void alone() {
    Torch.threads(torchThreads);
    try {
      Thread.sleep(REST_MILLIS);
    } catch (InterruptedException stopped) {
      throw RunException.stopped("Stopped while measuring " + who + "; nothing is kept.");
    }
  }

  /** Milliseconds of doing it once. */
  double time() {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
