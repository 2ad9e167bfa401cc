package org.taskaffinity.runtime.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Progress;

/** One line for a whole sweep. */
class SweepWatchTest {
  private final List<String> lines = new ArrayList<>();
  private long now;

  private final Progress told =
      new Progress() {
        @Override
        public void advance(long done, String note, double share, Duration left) {
          lines.add("%d, %s, %.3f, %d s".formatted(done, note, share, left.toSeconds()));
        }

        @Override
        public void say(String line) {
          lines.add(line);
        }
      };

  private static Cell cell(int seed) {
    String said = Mtl.experiment("e", Mtl.dataset("tox21")).seed(seed).toString();
    return new Cell("cell-" + seed, said, Optional.empty());
  }

  private void seconds(int seconds) {
    now += seconds * 1_000_000_000L;
  }

  private String tick(SweepWatch watch) {
    watch.tick();
    return lines.get(lines.size() - 1);
  }

  @Test
  void cellsUnderWayCountWithTheirPart() {
    SweepWatch watch = new SweepWatch(told, 10, 2, 2, () -> now);
    assertEquals("2, 0 running, 8 to go, 0.200, -1 s", tick(watch));
    SweepWatch.Watched one = watch.begun(cell(1));
    SweepWatch.Watched two = watch.begun(cell(2));
    one.begin("", 100, "steps");
    two.begin("", 100, "steps");
    seconds(10);
    one.advance(50, "");
    two.advance(50, "");
    // 20 s a cell: two half done, six to go, two at once
    assertEquals("2, 2 running, 6 to go, 0.300, 70 s", tick(watch));
    seconds(10);
    one.completed(CellWork.Outcome.DONE);
    two.completed(CellWork.Outcome.DONE);
    assertEquals("4, 0 running, 6 to go, 0.400, 60 s", tick(watch));
  }

  /** Another process finishes one cell in the time in which two are made here. */
  @Test
  void othersShortenIt() {
    SweepWatch watch = new SweepWatch(told, 13, 0, 1, () -> now);
    for (int i = 0; i < 2; i++) {
      SweepWatch.Watched one = watch.begun(cell(i));
      one.begin("", 1, "steps");
      seconds(10);
      one.completed(CellWork.Outcome.DONE);
    }
    assertEquals("2, 0 running, 11 to go, 0.154, 110 s", tick(watch));
    watch.found();
    assertEquals("3, 0 running, 10 to go, 0.231, 66 s", tick(watch));
  }

  @Test
  void aFailureIsToldOfOnceItIsForGood() {
    SweepWatch watch = new SweepWatch(told, 2, 0, 1, () -> now);
    watch.begun(cell(1)).failed(Optional.empty());
    assertEquals("0, 0 running, 2 to go, 0.000, -1 s", tick(watch));
    watch.begun(cell(1)).failed(Optional.of(new IllegalStateException("no luck")));
    assertEquals("0, 0 running, 1 to go, 1 failed, 0.500, -1 s", tick(watch));
    assertTrue(
        lines.contains("e, overlap natural(), seed 1 failed, and the others go on: no luck"),
        lines.toString());
  }

  /** The clock of a machine that slept, or was set back: nothing is divided by zero. */
  @Test
  void aClockThatJumpsGivesNoNonsense() {
    SweepWatch watch = new SweepWatch(told, 3, 0, 1, () -> now);
    SweepWatch.Watched one = watch.begun(cell(1));
    one.begin("", 10, "steps");
    one.advance(5, "");
    seconds(-1000);
    String line = tick(watch);
    assertTrue(line.startsWith("0, 1 running, 2 to go, 0.167, "), line);
    one.completed(CellWork.Outcome.DONE);
    assertEquals("1, 0 running, 2 to go, 0.333, 0 s", tick(watch));
  }
}
