package org.taskaffinity.runtime.tensor;

/**
 * Copies between Java's memory and tensors, each of which crosses to or from a GPU where the
 * tensors lie on one. Counted by thread, whatever the device, so that a CPU tells what a GPU would
 * wait for.
 *
 * @param toDevice how many tensors were written
 * @param toHost how many tensors were read; the host waits for each
 * @param bytes of both
 */
public record HostTransfers(long toDevice, long toHost, long bytes) {
  private static final ThreadLocal<HostTransfers> COUNTED =
      ThreadLocal.withInitial(() -> new HostTransfers(0, 0, 0));

  /** Those that the calling thread makes in doing something. */
  public static HostTransfers of(Runnable work) {
    HostTransfers before = COUNTED.get();
    work.run();
    HostTransfers after = COUNTED.get();
    return after.plus(-before.toDevice, -before.toHost, -before.bytes);
  }

  static void written(long bytes) {
    COUNTED.set(COUNTED.get().plus(1, 0, bytes));
  }

  static void read(long bytes) {
    COUNTED.set(COUNTED.get().plus(0, 1, bytes));
  }

  private HostTransfers plus(long written, long read, long more) {
    return new HostTransfers(toDevice + written, toHost + read, bytes + more);
  }
}
