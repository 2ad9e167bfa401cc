package org.taskaffinity.notebooks.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.notebooks.show.MimeBundle;

class ProgressBarsTest {
  private final Told told = new Told();
  private long now;
  private final ProgressBars bars = new ProgressBars(told, () -> now);

  private void advance(long done, double seconds) {
    now += (long) (seconds * 1e9);
    bars.advance(done, "");
  }

  @Test
  void whatIsDoneInAMomentIsNotWorthABar() {
    bars.begin("quick", 10, "steps");
    advance(9, 0.1);
    bars.end();
    assertEquals(List.of(), told.lines);
  }

  @Test
  void aBarIsDrawnNoMoreThanFiveTimesASecond() {
    bars.begin("slow", 1000, "steps");
    for (int i = 1; i <= 1000; i++) {
      advance(i, 0.01);
    }
    bars.end();
    assertTrue(told.lines.size() > 30 && told.lines.size() <= 52, "drawn " + told.lines.size());
    assertEquals("update slow  1,000 steps, 10 s", told.lines.get(told.lines.size() - 1));
  }

  @Test
  void theTrainingsOfASweepShareOneBar() {
    bars.begin("sweep", 2, "experiments");
    for (int each = 1; each <= 2; each++) {
      bars.begin("sweep, seed " + each, 10, "steps");
      advance(5, 1);
      bars.end();
      advance(each, 0);
    }
    bars.end();
    assertEquals(1, told.lines.stream().filter(l -> l.startsWith("display ")).count());
    assertTrue(told.lines.get(1).contains("seed 2") && told.lines.get(1).contains("1 of 2"));
    assertEquals("update sweep  2 experiments, 2.0 s", told.lines.get(told.lines.size() - 1));
  }

  @Test
  void aSweepKnowsItsShareAndWhatIsLeft() {
    bars.begin("sweep", 64, "experiments");
    now += 1_000_000_000L;
    bars.advance(12, "2 running, 50 to go", 0.5, java.time.Duration.ofSeconds(95));
    assertTrue(
        told.lines.get(0).endsWith("12 of 64 experiments, 1 min 35 s left · 2 running, 50 to go"),
        told.lines.get(0));
    assertTrue(told.lines.get(0).contains("█".repeat(15) + "░"), told.lines.get(0));
  }

  @Test
  void aCellThatWasStoppedLeavesNoBarBehind() {
    bars.begin("a <b>", 10, "steps");
    advance(3, 1);
    bars.over();
    assertEquals("update a <b>  ended after 3 of 10 steps, 1.0 s", told.lines.get(1));
    String html = told.bundles.get(1).data().get(MimeBundle.HTML);
    assertTrue(html.contains("a &lt;b&gt;"), html);
  }
}
