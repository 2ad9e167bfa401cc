package org.taskaffinity.notebooks.cell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.notebooks.cell.Outputs.Stream;
import org.taskaffinity.notebooks.show.Html;
import org.taskaffinity.notebooks.show.MimeBundle;

/**
 * Progress in a notebook: one bar for each piece of work that takes a moment, updated in place, and
 * in the end a line that says how long it took. Pieces within a piece, the trainings of a sweep,
 * share its bar.
 */
final class ProgressBars implements Progress {
  private static final long PATIENCE = 300_000_000L;
  private static final long REDRAW = 200_000_000L;
  private static final int CELLS = 30;

  private final Outputs outputs;
  private final LongSupplier clock;
  private final Deque<Work> works = new ArrayDeque<>();
  private String id = "";
  private long last;

  /** A piece of work, and how far it has come. */
  private static final class Work {
    private final String what;
    private final long total;
    private final String unit;
    private final long since;
    private long done;
    private double share;

    Work(String what, long total, String unit, long since) {
      this.what = what;
      this.total = total;
      this.unit = unit;
      this.since = since;
    }

    void reached(long units) {
      done = units;
      share = total <= 0 ? 0 : Math.min(1, Math.max(0, (double) done / total));
    }

    String counted() {
      return total <= 0 || done >= total
          ? String.format(Locale.ROOT, "%,d %s", done, unit)
          : String.format(Locale.ROOT, "%,d of %,d %s", done, total, unit);
    }
  }

  ProgressBars(Outputs outputs) {
    this(outputs, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  ProgressBars(Outputs outputs, LongSupplier clock) {
    this.outputs = outputs;
    this.clock = clock;
  }

  @Override
  public synchronized void begin(String what, long total, String unit) {
    works.push(new Work(what, total, unit, clock.getAsLong()));
  }

  @Override
  public synchronized void advance(long done, String note) {
    Work work = works.peek();
    if (work != null) {
      work.reached(done);
      long now = clock.getAsLong();
      double seconds = (now - work.since) / 1e9;
      show(work, note, work.share > 0 ? seconds * (1 - work.share) / work.share : -1, now);
    }
  }

  @Override
  public synchronized void advance(long done, String note, double share, Duration left) {
    Work work = works.peek();
    if (work != null) {
      work.reached(done);
      work.share = share;
      show(work, note, left.toNanos() / 1e9, clock.getAsLong());
    }
  }

  private void show(Work work, String note, double left, long now) {
    if (id.isEmpty() && now - works.getLast().since >= PATIENCE) {
      id = "progress-" + UUID.randomUUID();
      last = now;
      outputs.display(running(work, note, left), id);
    } else if (!id.isEmpty() && now - last >= REDRAW) {
      last = now;
      outputs.update(running(work, note, left), id);
    }
  }

  @Override
  public synchronized void end() {
    Work work = works.poll();
    if (work != null && works.isEmpty() && !id.isEmpty()) {
      outputs.update(finished(work), id);
      id = "";
    }
  }

  /** A cell has ended, perhaps in the middle of its work. */
  synchronized void over() {
    while (!works.isEmpty()) {
      end();
    }
  }

  @Override
  public synchronized void say(String line) {
    outputs.print(Stream.STDOUT, line + "\n");
  }

  private MimeBundle running(Work work, String note, double left) {
    double share = work.share;
    Work whole = works.getLast();
    String tail =
        work.counted()
            + (left >= 0 && share < 1 ? ", " + time(left) + " left" : "")
            + (whole == work ? "" : " · " + whole.counted())
            + (note.isEmpty() ? "" : " · " + note);
    int full = (int) (share * CELLS);
    String html =
        "<progress max=\"1\" "
            + (work.total <= 0 ? "" : String.format(Locale.ROOT, "value=\"%.3f\" ", share))
            + "style=\"width:14em;vertical-align:middle\"></progress> ";
    return shown(work.what, "█".repeat(full) + "░".repeat(CELLS - full) + "  ", html, tail);
  }

  private MimeBundle finished(Work work) {
    String ended = work.total > 0 && work.done < work.total ? "ended after " : "";
    String tail = ended + work.counted() + ", " + time((clock.getAsLong() - work.since) / 1e9);
    return shown(work.what, "", "", tail);
  }

  private static MimeBundle shown(String what, String bar, String element, String tail) {
    String html =
        "<div style=\"font-size:.85em;opacity:.8\">"
            + Html.escaped(what)
            + " "
            + element
            + Html.escaped(tail)
            + "</div>";
    return MimeBundle.text(what + "  " + bar + tail).with(MimeBundle.HTML, html);
  }

  private static String time(double seconds) {
    long s = Math.round(seconds);
    return seconds < 10
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : s < 60
            ? s + " s"
            : s < 3600
                ? s / 60 + " min " + s % 60 + " s"
                : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
