package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against scipy 1.17.1: {@code stats.t.interval(.95, 2, loc=z.mean(), scale=stats.sem(z))}. */
class SeedsTest {
  private static final double[] THREE = {.9, .94, .99};

  @Test
  void aMeansIntervalIsStudents() {
    assertFinding(Seeds.mean("x", THREE, 66), .8313173597064514, 1.0553493069602153);
  }

  @Test
  void anIndexNobodyExceedsEndsThere() {
    assertFinding(Seeds.atMost(1, "x", THREE, 66), .8313173597064514, 1);
    assertFinding(Seeds.atMost(2, "x", THREE, 66), .8313173597064514, 1.0553493069602153);
    assertTrue(Double.isNaN(Seeds.atMost(1, "x", new double[] {.4}, 66).high()));
  }

  @Test
  void aCorrelationsIntervalIsOnFishersZ() {
    assertFinding(Seeds.correlation("r", THREE, 66), .39902412505767104, .9981116471620448);
  }

  private static void assertFinding(Finding found, double low, double high) {
    assertEquals(.9433333333333334, found.value(), 1e-12);
    assertEquals(low, found.low(), 1e-9);
    assertEquals(high, found.high(), 1e-9);
    assertEquals("3 seeds", found.over());
  }

  @Test
  void perfectAndUndefinedCorrelationsArePutUpWith() {
    Finding found = Seeds.correlation("r", new double[] {1, Double.NaN, .5}, 3);
    assertEquals(.75, found.value());
    assertEquals("2 seeds", found.over());
    assertTrue(found.low() >= -1 && found.high() <= 1, found.toString());
    assertTrue(Double.isNaN(Seeds.correlation("r", new double[] {.4}, 3).low()));
  }
}
