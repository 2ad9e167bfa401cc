package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.testing.Golden;

class PlantedDataTest {
  private static final Source.Planted DESIGN = Mtl.design().molecules(600).noise(0.3);

  /**
   * Without noise a regression's labels are z·w_t, and z is white on this very sample, so their
   * second moments are C to the rounding of sums over 600 rows.
   */
  @Test
  void noiselessLabelsHaveTheDesignedCosines() {
    Table table = PlantedData.table(DESIGN.regressions(6).noise(0), null);
    double[][] c = DESIGN.truth().values();
    for (int i = 0; i < 6; i++) {
      assertEquals(0, Arrays.stream(table.labels()[i]).average().orElseThrow(), 1e-12);
      for (int j = 0; j < 6; j++) {
        assertEquals(c[i][j], moment(table.labels()[i], table.labels()[j]), 1e-12);
      }
    }
  }

  @Test
  void aClassificationHasTwoClassesOfOneSize() {
    Table table = PlantedData.table(DESIGN, null);
    for (int t = 0; t < 4; t++) {
      assertEquals(300, Arrays.stream(table.labels()[t]).sum());
    }
    assertEquals(
        "[classification(\"T1\"), classification(\"T2\"), classification(\"T3\"),"
            + " classification(\"T4\"), regression(\"T5\"), regression(\"T6\")]",
        table.tasks().toString());
  }

  /** sd of the variance of 600 normal numbers is 0.3² √(2/600) = 0.005; four of them. */
  @Test
  void noiseHasTheVarianceAskedFor() {
    double[] noisy = PlantedData.table(DESIGN, null).labels()[5];
    double[] noiseless = PlantedData.table(DESIGN.noise(0), null).labels()[5];
    double[] noise = new double[noisy.length];
    Arrays.setAll(noise, i -> noisy[i] - noiseless[i]);
    assertEquals(0.09, moment(noise, noise), 0.02);
  }

  /** Binomial: sd of the fraction is √(0.2 · 0.8 / 3600) = 0.007; four of them. */
  @Test
  void coverageIsTheChanceOfALabel() {
    Table table = PlantedData.table(DESIGN.coverage(0.2), null);
    int labels = Arrays.stream(table.measured()).mapToInt(BitSet::cardinality).sum();
    assertEquals(0.2, labels / 3600.0, 0.03);
    Table all = PlantedData.table(DESIGN, null);
    table.measured()[5].stream()
        .forEach(row -> assertEquals(all.labels()[5][row], table.labels()[5][row]));
  }

  @Test
  void theDesignFixesEveryBit() {
    Table table = PlantedData.table(DESIGN, null);
    assertEquals(table.hashes(), PlantedData.table(DESIGN, null).hashes());
    assertNotEquals(table.hashes(), PlantedData.table(DESIGN.seed(2), null).hashes());
    Golden.check("data/planted-sha256.txt", table.hashes().toString());
  }

  @Test
  void everyMoleculeParses() {
    Table table = PlantedData.table(DESIGN, null);
    for (int row = 0; row < table.size(); row++) {
      assertTrue(table.source().orElseThrow().parsed(table.molecule(row)));
    }
  }

  @Test
  void moreTasksThanFeaturesAreRefused() {
    double[][] many = new double[19][19];
    for (int i = 0; i < 19; i++) {
      many[i][i] = 1;
    }
    Source.Planted design = DESIGN.molecules(20).cosines(many);
    Golden.check(
        "data/planted-refusal.txt",
        assertThrows(PlanException.class, () -> PlantedData.table(design, null)).getMessage());
  }

  @Test
  void whiteningPassesOverColumnsThatDependOnOthers() {
    double[][] rows = {{1, 2, 5, 0}, {2, 4, 5, 1}, {4, 8, 5, 0}, {7, 14, 5, 3}};
    double[][] white = Orthonormal.whitened(rows);
    assertEquals(2, white.length);
    assertEquals(1, moment(white[0], white[0]), 1e-15);
    assertEquals(0, moment(white[0], white[1]), 1e-15);
  }

  @Test
  void choleskyGivesTheMatrixBack() {
    double[][] c = DESIGN.truth().values();
    double[][] l = Orthonormal.cholesky(c);
    for (int i = 0; i < 6; i++) {
      double[] row = new double[6];
      for (int j = 0; j < 6; j++) {
        for (int m = 0; m < 6; m++) {
          row[j] += l[i][m] * l[j][m];
        }
      }
      assertArrayEquals(c[i], row, 1e-15);
    }
  }

  private static double moment(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / a.length;
  }
}
