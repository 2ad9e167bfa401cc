package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.fromEpoch;
import static org.taskaffinity.dsl.Mtl.last;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallValuesTest {
  @Test
  void windowsBeginWhereTheySay() {
    assertEquals(0, all().firstStep(1000, 100));
    assertEquals(800, last(0.2).firstStep(1000, 100));
    assertEquals(0, last(1).firstStep(1000, 100));
    assertEquals(993, last(0.0066).firstStep(1000, 100), "6.6 steps are 7");
    assertEquals(0, fromEpoch(1).firstStep(1000, 100));
    assertEquals(900, fromEpoch(10).firstStep(1000, 100));
    long many = 3_000_000_000L;
    assertEquals(2_400_000_000L, last(0.2).firstStep(many, 1000));
    assertEquals(many, fromEpoch(3_000_001).firstStep(many, 1000));
  }

  @Test
  void aMetricKnowsItsDirection() {
    assertTrue(Metric.LOSS.improves(0.1, 0.2));
    assertFalse(Metric.LOSS.improves(0.2, 0.2));
    assertTrue(Metric.ROC_AUC.improves(0.9, 0.8));
    assertFalse(Metric.RMSE.improves(2, 1));
    assertTrue(Metric.R2.improves(0, -1));
    assertTrue(Metric.AVERAGE_PRECISION.improves(0.3, 0.2));
  }

  @Test
  void nothingIsBetterByBeingUndefined() {
    for (Metric metric : Metric.values()) {
      assertFalse(metric.improves(Double.NaN, 0.5));
      assertFalse(metric.improves(Double.NaN, Double.NaN));
      assertTrue(metric.improves(0.5, Double.NaN));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.40,   100,  READABLE",
    "0.1, 0.3999, 100,  DOUBTFUL",
    "0.1, 0.40,   99,   DOUBTFUL",
    "0.1, 0.30,   20,   DOUBTFUL",
    "0.1, 0.2999, 9999, TOO_LITTLE_OVERLAP",
    "0.1, NaN,    9999, TOO_LITTLE_OVERLAP",
    "0.1, 1.0,    19,   TOO_FEW_SHARED",
    "0.1, 0.1,    0,    TOO_FEW_SHARED",
    "NaN, 1.0,    1000, NEVER_CAPTURED",
    "NaN, 0.1,    1000, TOO_LITTLE_OVERLAP",
    "NaN, 1.0,    19,   TOO_FEW_SHARED"
  })
  void aPairIsReadByItsOverlapAndItsSharedMolecules(
      double affinity, double jaccard, int shared, Reading expected) {
    assertEquals(expected, Reading.of(affinity, jaccard, shared));
  }

  @Test
  void meansSkipWhatIsUndefined() {
    assertEquals(2, Epoch.mean(List.of(1.0, Double.NaN, 3.0)));
    assertTrue(Double.isNaN(Epoch.mean(List.of(Double.NaN))));
    assertTrue(Double.isNaN(Epoch.mean(List.of())));
  }

  @Test
  void smallProbabilitiesAreWrittenShort() {
    assertEquals("0.001", Association.probability(0.001));
    assertEquals("9.9e-04", Association.probability(9.9e-4));
    assertEquals("NaN", Association.probability(Double.NaN));
  }

  @Test
  void anAgreementIsReadBesideChance() {
    assertEquals(
        "ARI 0.500, NMI 0.600, AMI 0.400; by chance ARI -0.001 (95 % up to 0.300, p 0.004), NMI"
            + " 0.200 (95 % up to 0.500)",
        new Agreement(0.5, 0.6, 0.4, new Agreement.Chance(-0.001, 0.3, 0.004, 0.2, 0.5, 1000))
            .toString());
  }
}
