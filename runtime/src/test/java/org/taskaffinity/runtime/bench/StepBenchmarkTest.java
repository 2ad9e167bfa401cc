package org.taskaffinity.runtime.bench;

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
      String warmUp = "warm-up, more than the same steps later";
      assertEquals(
          List.of(
              "step", "capture", warmUp, "tensors copied in a step", "tensors copied in a capture"),
          rows.stream().map(Speed.Row::work).distinct().toList());
      assertEquals("djl", rows.get(8).who());
      assertTrue(Double.isFinite(rows.get(8).median()), "below zero where DJL is loaded already");
      assertEquals(
          List.of(1.0, 2.0), // logits, which is all on a CPU; and a capture's Gram matrix
          rows.stream().filter(r -> r.who().equals("to the host")).map(Speed.Row::median).toList());
      for (Speed.Row row : rows.subList(0, 8)) {
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
    List<Turns.Times> times = new Turns(2, 0, 1e9).measure(List.of(one, other));
    assertEquals(2, times.get(0).rounds().length);
    assertEquals(3, times.get(0).warmUpRuns());
    assertTrue(times.get(0).warmUp() >= 330);
    assertTrue(times.get(1).rounds()[0] >= 110);
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
