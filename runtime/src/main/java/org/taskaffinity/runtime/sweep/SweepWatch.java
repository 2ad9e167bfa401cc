package org.taskaffinity.runtime.sweep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;

/**
 * How far a whole sweep is: one line for all that is under way. Cells tell it from their threads;
 * the user is told in the thread that calls {@link #tick}.
 */
public final class SweepWatch {
  private final Progress told;
  private final LongSupplier nanos;
  private final int total;
  private final int atOnce;
  private final long since;
  private final Set<Watched> running = new HashSet<>();
  private final Queue<String> said = new ArrayDeque<>();
  private final Set<String> reasons = new HashSet<>();
  private int done;
  private int failed;
  private int made;
  private int others;
  private double seconds;

  /**
   * @param total cells of the sweep
   * @param stored how many of them were in the store before
   * @param atOnce how many are worked on at once
   */
  public SweepWatch(Progress told, int total, int stored, int atOnce) {
    this(told, total, stored, atOnce, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  SweepWatch(Progress told, int total, int stored, int atOnce, LongSupplier nanos) {
    this.told = told;
    this.total = total;
    this.done = stored;
    this.atOnce = atOnce;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** A cell is being worked on. */
  synchronized Watched begun(Cell cell) {
    Watched watched = new Watched(cell);
    running.add(watched);
    return watched;
  }

  /** Somebody else has finished a cell. */
  synchronized void found() {
    done++;
    others++;
  }

  /** Tells where it stands. */
  public synchronized void tick() {
    for (String line = said.poll(); line != null; line = said.poll()) {
      told.say(line);
    }
    double begun = running.stream().mapToDouble(Watched::share).sum();
    double share = Math.min(1, (done + failed + begun) / total);
    told.advance(done, note(), share, left().orElse(Duration.ofNanos(-1)));
  }

  private String note() {
    int open = total - done - failed - running.size();
    return running.size()
        + " running, "
        + open
        + " to go"
        + (failed == 0 ? "" : ", " + failed + " failed");
  }

  /**
   * What is to come at the pace of what was made: each cell takes what cells took here on average,
   * and other processes go on finishing as many as they did.
   */
  private Optional<Duration> left() {
    Optional<Double> mean = mean();
    if (mean.isEmpty()) {
      return Optional.empty();
    }
    double rest = running.stream().mapToDouble(w -> w.rest(mean.get())).sum();
    double longest = running.stream().mapToDouble(w -> w.rest(mean.get())).max().orElse(0);
    int open = total - done - failed - running.size();
    double elapsed = (nanos.getAsLong() - since) / 1e9;
    double pace = atOnce / mean.get() + (elapsed > 0 ? others / elapsed : 0);
    double left = Math.max(longest, (open + rest / mean.get()) / pace);
    return Optional.of(Duration.ofMillis(Math.round(1000 * left)));
  }

  /** Seconds of a cell: of those made here; before the first, of those under way. */
  private Optional<Double> mean() {
    if (made > 0) {
      return Optional.of(Math.max(1e-3, seconds / made));
    }
    var expected =
        running.stream().filter(Watched::known).mapToDouble(w -> w.seconds() / w.share()).average();
    return expected.isPresent() ? Optional.of(expected.getAsDouble()) : Optional.empty();
  }

  /** {@code 12 of 64 experiments finished}. */
  @Override
  public synchronized String toString() {
    return done + " of " + total + " experiments finished";
  }

  /** One cell under way: its own steps become a share of the whole. */
  final class Watched implements Progress {
    /** Of a cell, before which nothing is said of the time it takes. */
    private static final double ENOUGH = 0.05;

    private final Cell cell;
    private final long began = nanos.getAsLong();
    private long steps;
    private volatile double share;
    private boolean trained;

    private Watched(Cell cell) {
      this.cell = cell;
    }

    @Override
    public void begin(String what, long total, String unit) {
      steps = total;
      trained = true;
    }

    @Override
    public void advance(long done, String note) {
      share = steps == 0 ? 0 : (double) done / steps;
    }

    @Override
    public void say(String line) {
      synchronized (SweepWatch.this) {
        said.add(name() + ": " + line);
      }
    }

    void completed(CellWork.Outcome came) {
      synchronized (SweepWatch.this) {
        running.remove(this);
        if (came == CellWork.Outcome.DONE) {
          done++;
          made += trained ? 1 : 0;
          others += trained ? 0 : 1;
          seconds += trained ? seconds() : 0;
        }
      }
    }

    /** Once for good, with the reason; or to be tried again, without one. */
    void failed(Optional<Throwable> why) {
      synchronized (SweepWatch.this) {
        running.remove(this);
        if (why.isPresent()) {
          failed++;
          String reason = String.valueOf(why.get().getMessage());
          said.add(
              name()
                  + (reasons.add(reason)
                      ? " failed, and the others go on: " + reason
                      : " failed for the same reason"));
        }
      }
    }

    private String name() {
      Experiment experiment = Experiment.read(cell.description());
      return String.format(
          Locale.ROOT,
          "%s, overlap %s, seed %d",
          experiment.name(),
          experiment.condition(),
          experiment.seed());
    }

    private double share() {
      return share;
    }

    private double seconds() {
      return (nanos.getAsLong() - began) / 1e9;
    }

    private boolean known() {
      return share > ENOUGH;
    }

    private double rest(double mean) {
      double whole = known() ? seconds() / share : mean;
      return Math.max(0, whole - seconds());
    }
  }
}
