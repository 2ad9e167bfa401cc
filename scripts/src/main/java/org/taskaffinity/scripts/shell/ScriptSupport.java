package org.taskaffinity.scripts.shell;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What the compiled statements of a script call back; not for use by people. */
public final class ScriptSupport {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Map<Integer, Object> HANDED = new ConcurrentHashMap<>();
  private static volatile Set<Thread> stopping = Set.of();
  private static volatile Consumer<Object> showing = ScriptSupport::print;

  private ScriptSupport() {}

  /** Thrown into a script that is to stop; an error, so that few scripts catch it. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, true);
    }
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
