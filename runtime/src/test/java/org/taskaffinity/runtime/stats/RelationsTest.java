package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.runtime.random.Seeds;

class RelationsTest {
  private final double[][] g = Made.mainEffects(12, 1, new Seeds(1).stream("g"));

  @Test
  void itGathersWhatItsPartsSay() {
    double[][] e = Made.mainEffects(12, 1, new Seeds(1).stream("e"));
    e[3][2] = e[2][3] = Double.NaN;
    Relation relation = between(g, e, 199);
    Pairs pairs = Pairs.of(g, e);
    assertEquals(65, relation.pairs());
    assertEquals(1, relation.skipped());
    assertEquals(Correlation.pearson(pairs.a(), pairs.b()), relation.pearson().value());
    assertEquals(Correlation.spearman(pairs.a(), pairs.b()), relation.spearman().value());
    assertEquals(Correlation.naiveP(relation.spearman().value(), 65), relation.spearman().naiveP());
    assertEquals(relation, between(g, e, 199));
  }

  /** Renaming the tasks of both matrices alike changes nothing but rounding. */
  @Test
  void theNamesOfTasksDoNotMatter() {
    double[][] e = Made.mainEffects(12, 1, new Seeds(1).stream("e"));
    int[] order = new Seeds(2).stream("order").permutation(12);
    Relation relation = between(g, e, 99);
    Relation renamed = between(renamed(g, order), renamed(e, order), 99);
    assertEquals(relation.pearson().value(), renamed.pearson().value(), 1e-14);
    assertEquals(relation.spearman().value(), renamed.spearman().value(), 1e-14);
  }

  @Test
  void aRealRelationIsFoundWithTheUsualNumberOfPermutations() {
    double[][] e = Made.mainEffects(12, 1, new Seeds(1).stream("e"));
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        e[i][j] += 3 * g[i][j];
      }
    }
    Relation relation = between(g, e, Mantel.PERMUTATIONS);
    assertEquals(Mantel.PERMUTATIONS, relation.pearson().permutations());
    assertTrue(relation.pearson().mantelP() < 0.01, relation.toString());
  }

  private static Relation between(double[][] a, double[][] b, int permutations) {
    return Relations.between(a, b, permutations, new Seeds(5), method -> List.of());
  }

  private static double[][] renamed(double[][] m, int[] order) {
    double[][] renamed = new double[m.length][m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m.length; j++) {
        renamed[i][j] = m[order[i]][order[j]];
      }
    }
    return renamed;
  }
}
