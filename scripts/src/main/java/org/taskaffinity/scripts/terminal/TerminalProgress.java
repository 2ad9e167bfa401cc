package org.taskaffinity.scripts.terminal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.Progress;

/**
 * Shows progress on {@code err}: a bar that redraws itself on a terminal, a line every few seconds
 * elsewhere. The innermost piece of work is the one shown.
 */
public final class TerminalProgress implements Progress {
  private static final long REDRAW = 100_000_000L;
  private static final long LINE = 5_000_000_000L;
  private static final int BAR = 24;

  private final Terminal terminal;
  private final LongSupplier clock;
  private final Deque<Work> works = new ArrayDeque<>();
  private long last;
  private boolean drawn;

  /** A piece of work and when it began. */
  private record Work(String what, long total, String unit, long since) {}

  public TerminalProgress(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  TerminalProgress(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  @Override
  public synchronized void begin(String what, long total, String unit) {
    works.push(new Work(what, total, unit, clock.getAsLong()));
  }

  @Override
  public synchronized void advance(long done, String note) {
    if (!works.isEmpty()) {
      long now = clock.getAsLong();
      Work work = works.peek();
      double share = work.total() <= 0 ? 0 : (double) done / work.total();
      double seconds = (now - work.since()) / 1e9;
      show(done, note, share, share > 0 ? seconds * (1 - share) / share : -1, now);
    }
  }

  @Override
  public synchronized void advance(long done, String note, double share, Duration left) {
    if (!works.isEmpty()) {
      show(done, note, share, left.toNanos() / 1e9, clock.getAsLong());
    }
  }

  /** Where it is time to. */
  private void show(long done, String note, double share, double left, long now) {
    if (now - last < (terminal.live() ? REDRAW : LINE)) {
      return;
    }
    last = now;
    String line = line(works.peek(), done, note, Math.min(1, Math.max(0, share)), left);
    if (terminal.live()) {
      draw(line);
    } else {
      terminal.err().println(line);
    }
  }

  @Override
  public synchronized void end() {
    works.poll();
    clear();
  }

  @Override
  public synchronized void say(String line) {
    clear();
    terminal.err().println(line);
  }

  private void draw(String line) {
    int width = Math.max(20, terminal.width() - 1);
    String shown = PlainText.line(line);
    String fitting = shown.length() > width ? shown.substring(0, width - 1) + "…" : shown;
    terminal.draw("\r" + fitting + "\u001B[K");
    drawn = true;
  }

  private void clear() {
    if (drawn) {
      terminal.draw("\r\u001B[K");
      drawn = false;
    }
  }

  private String line(Work work, long done, String note, double share, double left) {
    String tail = note.isEmpty() ? "" : "  " + note;
    if (work.total() <= 0) {
      return String.format(Locale.ROOT, "%s  %,d %s%s", work.what(), done, work.unit(), tail);
    }
    return String.format(
        Locale.ROOT,
        "%s%s %3.0f%%  %,d of %,d %s%s%s",
        work.what(),
        terminal.live() ? " " + bar(share) : "",
        100 * share,
        done,
        work.total(),
        work.unit(),
        left < 0 ? "" : "  " + time(left) + " left",
        tail);
  }

  private static String bar(double share) {
    int full = (int) Math.floor(share * BAR);
    return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "]";
  }

  private static String time(double seconds) {
    long s = Math.round(seconds);
    return s < 60
        ? s + " s"
        : s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
