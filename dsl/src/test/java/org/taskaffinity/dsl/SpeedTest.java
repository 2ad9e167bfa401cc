package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
  private static Speed.Row row(double... values) {
    return Speed.Row.of("step", 12, "Tox21", 522, "java", "ms", values);
  }

  @Test
  void quartilesLieBetweenTheNumbersBesideThem() {
    Speed.Row four = row(8, 1, 4, 2);
    assertEquals(4, four.rounds());
    assertEquals(List.of(1.75, 3.0, 5.0), List.of(four.low(), four.median(), four.high()));
    Speed.Row one = row(7);
    assertEquals(List.of(7.0, 7.0, 7.0), List.of(one.low(), one.median(), one.high()));
  }

  @Test
  void moreRowsLieBehind() {
    Speed speed = new Speed("a machine", List.of(row(1))).and(row(2), row(3));
    assertEquals(List.of(1.0, 2.0, 3.0), speed.rows().stream().map(Speed.Row::median).toList());
    assertEquals("a machine", speed.machine());
  }
}
