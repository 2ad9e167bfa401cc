package org.taskaffinity.scripts.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What the compiled statements of a script call back; not for use by people. */
public final class ScriptSupport {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Map<Integer, Object> HANDED = new ConcurrentHashMap<>();
  private static volatile Set<Thread> stopping = Set.of();
  private static volatile Consumer<Object> showing = ScriptSupport::print;

  private static volatile Optional<IntConsumer> leaving = Optional.empty();

  private ScriptSupport() {}

  /** Thrown into a script that is to stop; an error, so that few scripts catch it. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, true);
    }
  }

  /** Thrown into a script that wants to end the process where others decide on that. */
  public static final class Left extends Error {
    private static final long serialVersionUID = 1;
    private final int code;

    public Left(int code) {
      super("exit " + code, null, false, false);
      this.code = code;
    }

    /** The exit code that was asked for. */
    public int code() {
      return code;
    }
  }

  /**
   * What becomes of {@code System.exit} in a script, in the whole process.
   *
   * @param way is given the exit code, on the thread that calls; empty for what Java does
   */
  public static void leaving(Optional<IntConsumer> way) {
    leaving = way;
  }

  /** Called in place of {@code System.exit}. */
  public static void exit(int code) {
    exit(Runtime.getRuntime(), code);
  }

  /** Called in place of {@code Runtime.exit}. */
  public static void exit(Runtime runtime, int code) {
    leaving.orElse(runtime::exit).accept(code);
  }

  /** Called in place of {@code Runtime.halt}. */
  public static void halt(Runtime runtime, int code) {
    leaving.orElse(runtime::halt).accept(code);
  }

  /** Leaves an object for a statement to take. */
  static int hand(Object object) {
    int ticket = NEXT.incrementAndGet();
    HANDED.put(ticket, object);
    return ticket;
  }

  /** Takes an object that was left. */
  public static Object take(int ticket) {
    return HANDED.remove(ticket);
  }

  /** How values are shown from now on, in the whole process. */
  public static void showing(Consumer<Object> way) {
    showing = way;
  }

  static void show(Object value) {
    showing.accept(value);
  }

  private static void print(Object value) {
    System.out.println(Value.textOf(value));
  }

  /** Called on every way back in a loop and at the start of every method of a script. */
  public static void check() {
    Set<Thread> threads = stopping;
    if (!threads.isEmpty() && threads.contains(Thread.currentThread())) {
      throw new Stopped();
    }
  }

  /** Has a thread stop at its next check. */
  public static synchronized void stop(Thread thread) {
    Set<Thread> more = new java.util.HashSet<>(stopping);
    more.add(thread);
    stopping = Set.copyOf(more);
  }

  /** Undoes {@link #stop}. */
  public static synchronized void goOn(Thread thread) {
    Set<Thread> fewer = new java.util.HashSet<>(stopping);
    fewer.remove(thread);
    stopping = Set.copyOf(fewer);
  }
}
