package org.taskaffinity.runtime.plan;

import java.util.function.Consumer;

/**
 * Memory that several trainings share: one that would not fit beside those under way waits for
 * them. One that fits nowhere goes alone, for estimates err.
 */
public final class MemoryBudget {
  /** Of the heap; the rest is for what trainings have in common, and for what nobody counted. */
  private static final double SHARE = 0.7;

  private final long bytes;
  private final int threads;
  private long held;
  private int holders;
  private boolean said;

  /**
   * @param threads how many would share it if it were enough
   */
  public MemoryBudget(long bytes, int threads) {
    this.bytes = bytes;
    this.threads = threads;
  }

  /** What this JVM may use. */
  public static long ofHeap() {
    return (long) (SHARE * Runtime.getRuntime().maxMemory());
  }

  /** How to give the JVM so much that these bytes are within its budget. */
  static String flagFor(long bytes) {
    return "JAVA_OPTS=-Xmx" + (long) Math.ceil(bytes / SHARE / (1 << 30)) + "g";
  }

  /** Memory in use until closed. */
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits until so much is free.
   *
   * @param told hears, once for all, that memory is what limits
   */
  public synchronized Held hold(long estimate, Consumer<String> told) throws InterruptedException {
    while (holders > 0 && held + estimate > bytes) {
      if (!said) {
        said = true;
        told.accept(
            "memory allows about %d trainings at once where there are %d threads: %,d MB each, %,d MB in all; %s allows all"
                .formatted(
                    Math.max(1, bytes / estimate),
                    threads,
                    estimate >> 20,
                    bytes >> 20,
                    flagFor(threads * estimate)));
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
