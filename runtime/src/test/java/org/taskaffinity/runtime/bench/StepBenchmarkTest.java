package org.taskaffinity.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.runtime.train.LearnerProvider;

class StepBenchmarkTest {

  private static StepBenchmark benchmark(Subject subject) {
    var java = ServiceLoader.load(LearnerProvider.class).findFirst();
    return new StepBenchmark(subject, Device.cpu(), 1, true, java);
  }

  @Test
  void bothEnginesAreMeasuredBesideTheirProducts() {
    Subject subject = Subject.synthetic(2, 5, .2);
    assertEquals(160, subject.atoms());
    try (StepBenchmark benchmark = benchmark(subject)) {
      List<Speed.Row> rows = benchmark.measure(new Turns(3, 1, 1e9));
      assertEquals(
          List.of("djl", "products by torch", "java", "products by java"),
          rows.stream().limit(4).map(Speed.Row::who).toList());
      assertEquals(
          List.of("step", "capture"), rows.stream().map(Speed.Row::work).distinct().toList());
      for (Speed.Row row : rows) {
        assertEquals(3, row.rounds());
        assertTrue(0 < row.low() && row.low() <= row.median() && row.median() <= row.high());
      }
    }
  }

  @Test
  void contendersTakeTurnsAndTheFirstRunOfABlockIsNotCounted() {
    List<String> order = new ArrayList<>();
    Contender one = new Contender("one", 1, () -> slowly(order, "one"));
    Contender other = new Contender("other", 1, () -> slowly(order, "other"));
    List<double[]> times = new Turns(2, 0, 1e9).measure(List.of(one, other));
    assertEquals(2, times.get(0).length);
    assertTrue(times.get(1)[0] >= 110);
    String warmUp = "one one one other other other ";
    assertEquals(warmUp + "one one other other one one other other", String.join(" ", order));
  }

  @Test
  void anInterruptEndsIt() {
    Contender one = new Contender("one", 1, () -> Thread.currentThread().interrupt());
    RunException stopped =
        assertThrows(RunException.class, () -> new Turns(2, 0, 1e9).measure(List.of(one)));
    assertEquals("Stopped while measuring one; nothing is kept.", stopped.getMessage());
  }

  private static void slowly(List<String> order, String who) {
    order.add(who);
    try {
      Thread.sleep(110);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void quantilesLieBetweenTheNumbersBesideThem() {
    double[] sorted = {1, 2, 4, 8};
    double[] found = {
      Turns.quantile(sorted, 0), Turns.quantile(sorted, .5), Turns.quantile(sorted, 1)
    };
    assertArrayEquals(new double[] {1, 3, 8}, found);
    assertEquals(7, Turns.quantile(new double[] {7}, .25));
  }

  /** The margins are what a quiet machine with two cores keeps well below. */
  @Test
  @Tag("slow")
  void aStepAndACaptureStayNearTheirProducts() {
    try (StepBenchmark benchmark = benchmark(Subject.synthetic(12))) {
      List<Speed.Row> rows = benchmark.measure(new Turns(20, 3000, 1e5));
      assertTrue(rows.get(0).median() < 3.5 * rows.get(1).median(), rows.toString());
      assertTrue(rows.get(2).median() < .7 * rows.get(0).median(), rows.toString());
      assertTrue(rows.get(6).median() < .7 * rows.get(4).median(), rows.toString());
    }
  }
}
