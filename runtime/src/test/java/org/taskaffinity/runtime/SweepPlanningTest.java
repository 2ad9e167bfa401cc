package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.SweepPlan;
import org.taskaffinity.runtime.plan.SweepPlanning;

/** How many at once, and how long that takes. */
class SweepPlanningTest {
  private static Plan plan(long memory, int seconds) {
    return new Plan(
        Small.experimentNamed("planned"),
        "id",
        false,
        List.of(),
        new Plan.RowCounts(1, 1, 1),
        "natural()",
        "",
        new RunRecord.Parameters(1, 1),
        1,
        1,
        1,
        memory,
        Duration.ofSeconds(seconds),
        List.of());
  }

  private static SweepPlan beside(List<Plan> plans, int cores, long budget) {
    return SweepPlanning.of(plans, List.of(), plans, cores, budget);
  }

  @Test
  void coresBoundHowMany() {
    List<Plan> five = IntStream.range(0, 5).mapToObj(i -> plan(10, 60)).toList();
    SweepPlan plan = beside(five, 2, 1000);
    assertEquals(2, plan.atOnce());
    assertEquals(20, plan.memory());
    assertEquals(Duration.ofSeconds(180), plan.time());
    assertEquals(
        """
        5 experiments, 0 of them stored
          at once      2
          memory       0 MB
          time         about 3 min, give or take a half"""
            .replace("\n", System.lineSeparator()),
        plan.explain());
  }

  @Test
  void memoryBoundsHowMany() {
    List<Plan> five = IntStream.range(0, 5).mapToObj(i -> plan(400L << 20, 60)).toList();
    SweepPlan two = beside(five, 4, 1000L << 20);
    assertEquals(2, two.atOnce());
    assertEquals(
        List.of(
            "memory, 1,000 MB of it, allows 2 at once where cores would take 4;"
                + " JAVA_OPTS=-Xmx3g allows all"),
        two.notes());
    assertTrue(two.explain().endsWith("\n  note         " + two.notes().get(0)), two.explain());
    SweepPlan one = beside(five, 4, 100L << 20);
    assertEquals(1, one.atOnce());
    assertEquals(
        List.of(
            "one needs more memory than the 100 MB there are; write JAVA_OPTS=-Xmx1g,"
                + " or a smaller batchSize(…)"),
        one.notes());
    assertEquals(List.of(), beside(five.subList(0, 2), 4, 1000L << 20).notes());
  }

  @Test
  void whatDjlTrainsGoesOneAfterAnother() {
    List<Plan> three = IntStream.range(0, 3).mapToObj(i -> plan(10, 60)).toList();
    SweepPlan plan = SweepPlanning.of(three, three, List.of(), 2, 1000);
    assertEquals(1, plan.atOnce());
    assertEquals(Duration.ofSeconds(180), plan.time());
  }

  /** A trial leaves no run behind; the second plan of a kind takes what the first has found out. */
  @Test
  void planningTriesOnceAndStoresNothing(@TempDir Path out) throws Exception {
    try (Runner runner = Small.runner(out)) {
      Plan one = runner.plan(Small.experimentNamed("one"));
      assertTrue(one.time().toMillis() > 100, one.explain());
      assertTrue(one.memory() > 1 << 16, one.explain());
      assertEquals(one.time(), runner.plan(Small.experimentNamed("another")).time());
      SweepPlan sweep = runner.plan(Small.experimentNamed("one").seeds(1, 2, 3));
      assertEquals(3, sweep.each().size());
      assertTrue(sweep.time().compareTo(sweep.each().get(0).time()) >= 0);
      runner.run(Small.experimentNamed("one").seed(2));
      assertEquals(1, runner.plan(Small.experimentNamed("one").seeds(1, 2, 3)).stored());
    }
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      assertEquals(1, runs.filter(p -> !p.getFileName().toString().startsWith(".")).count());
    }
  }
}
