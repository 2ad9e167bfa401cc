package org.taskaffinity.scripts.terminal;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Ctrl-C, a wish to terminate, or a terminal that goes away: the first asks the work at hand to
 * save what it has reached and stop; a second, or half a minute, ends the process at once.
 */
public final class Interruption {
  private static final int HUP = 129;
  private static final int INT = 130;
  private static final int TERM = 143;
  private static final long PATIENCE_SECONDS = 30;

  private final PrintStream err;
  private final IntConsumer halt;
  private Runnable stop;
  private volatile int code;

  /**
   * @param worker the thread that works, interrupted unless {@link #stopping} names another way
   * @param halt ends the process at once with an exit code
   */
  public Interruption(PrintStream err, Thread worker, IntConsumer halt) {
    this.err = err;
    this.halt = halt;
    this.stop = worker::interrupt;
  }

  /** Whether the work was asked to stop. */
  public boolean asked() {
    return code != 0;
  }

  /** The exit code of a process that was asked to stop; 0 if it was not. */
  public int code() {
    return code;
  }

  /**
   * Says that the work was stopped with what it had reached saved.
   *
   * @return the exit code of a process that was stopped
   */
  public int stopped() {
    err.println("Stopped. The same command goes on from what was saved.");
    return code;
  }

  /** How the work at hand is stopped from now on; at once if that was asked already. */
  public synchronized void stopping(Runnable way) {
    stop = way;
    if (asked()) {
      way.run();
    }
  }

  /** Listens to the process's signals. */
  public void listen() {
    on("HUP", HUP); // the terminal was closed, or the connection to it lost
    on("INT", INT);
    on("TERM", TERM);
  }

  /** What a signal does. */
  public synchronized void ask(int exitCode) {
    if (asked()) {
      halt.accept(code);
      return;
    }
    code = exitCode;
    err.println("\nStopping. Ctrl-C again ends at once, without saving.");
    Thread patience = new Thread(this::lose, "patience");
    patience.setDaemon(true);
    patience.start();
    stop.run();
  }

  private void lose() {
    try {
      TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
    } catch (InterruptedException e) {
      return;
    }
    halt.accept(code);
  }

  /** By reflection, for the compiler warns of {@code sun.misc} although no other way is offered. */
  private void on(String signal, int exitCode) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object heard =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                ask(exitCode);
                return null;
              });
      type.getMethod("handle", type, handler)
          .invoke(null, type.getConstructor(String.class).newInstance(signal), heard);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      err.println("Ctrl-C will end this process without saving: " + e.getMessage());
    }
  }
}
