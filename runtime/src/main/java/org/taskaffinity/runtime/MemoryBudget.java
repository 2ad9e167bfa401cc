package org.taskaffinity.runtime;

import java.util.function.Consumer;

/**
 * Memory that several trainings share: one that would not fit beside those under way waits for
 * them. One that fits nowhere goes alone, for estimates err.
 */
final class MemoryBudget {
  /** Of the heap; the rest is for what trainings have in common, and for what nobody counted. */
  private static final double SHARE = 0.7;

  private final long bytes;
  private long held;
  private int holders;
  private boolean said;

  MemoryBudget(long bytes) {
    this.bytes = bytes;
  }

  /** What this JVM may use. */
  static long ofHeap() {
    return (long) (SHARE * Runtime.getRuntime().maxMemory());
  }

  /** Memory in use until closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits until so much is free.
   *
   * @param told hears, once for all, that memory is what limits
   */
  synchronized Held hold(long estimate, Consumer<String> told) throws InterruptedException {
    while (holders > 0 && held + estimate > bytes) {
      if (!said) {
        said = true;
        told.accept(
            "memory allows fewer trainings at once than there are threads: about %,d MB each, %,d MB in all; JAVA_OPTS=-Xmx8g gives more"
                .formatted(estimate >> 20, bytes >> 20));
      }
      wait();
    }
    held += estimate;
    holders++;
    return () -> free(estimate);
  }

  private synchronized void free(long estimate) {
    held -= estimate;
    holders--;
    notifyAll();
  }
}
