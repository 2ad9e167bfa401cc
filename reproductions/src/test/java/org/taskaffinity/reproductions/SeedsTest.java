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
    assertFinding(Seeds.index("x", THREE, 66), .8313173597064514, 1);
    assertTrue(Double.isNaN(Seeds.index("x", new double[] {.4}, 66).high()));
  }

  @Test
  void aCorrelationsIntervalIsOnFishersZ() {
    assertFinding(Seeds.correlation("r", THREE, 66), .39902412505767104, .9981116471620448);
  }

  /** A further run lies within mean ± t s √(1 + 1/n), which is √(n + 1) times as far. */
  @Test
  void oneRunIsPredictedMoreWidely() {
    Finding found = Seeds.mean("x", THREE, 66);
    Span run = found.over(Over.ONE_RUN).orElseThrow();
    assertEquals("one run, from 3 seeds", run.of());
    assertEquals(2 * (found.high() - found.value()), run.high() - found.value(), 1e-12);
    Finding r = Seeds.correlation("r", THREE, 66);
    Span ofZ = r.over(Over.ONE_RUN).orElseThrow();
    double middle = (Scale.FISHER_Z.to(r.low()) + Scale.FISHER_Z.to(r.high())) / 2;
    assertEquals(
        2 * (Scale.FISHER_Z.to(r.high()) - middle), Scale.FISHER_Z.to(ofZ.high()) - middle, 1e-9);
  }

  private static void assertFinding(Finding found, double low, double high) {
    assertEquals(.9433333333333334, found.value(), 1e-12);
    assertEquals(low, found.low(), 1e-9);
    assertEquals(high, found.high(), 1e-9);
    assertEquals("3 seeds", found.first().orElseThrow().of());
  }

  @Test
  void perfectAndUndefinedCorrelationsArePutUpWith() {
    Finding found = Seeds.correlation("r", new double[] {1, Double.NaN, .5}, 3);
    assertEquals(.75, found.value());
    assertEquals("2 seeds", found.first().orElseThrow().of());
    assertTrue(found.low() >= -1 && found.high() <= 1, found.toString());
    assertTrue(Double.isNaN(Seeds.correlation("r", new double[] {.4}, 3).low()));
  }
}
