package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.random.Seeds;

class RelationTest {
  private final double[][] g = Made.mainEffects(12, 1, new Seeds(1).stream("g"));

  @Test
  void itGathersWhatItsPartsSay() {
    double[][] e = Made.mainEffects(12, 1, new Seeds(1).stream("e"));
    e[3][2] = e[2][3] = Double.NaN;
    Relation relation = Relation.between(g, e, 199, new Seeds(5));
    Pairs pairs = Pairs.of(g, e);
    assertEquals(12, relation.tasks());
    assertEquals(65, relation.pairs());
    assertEquals(1, relation.skippedPairs());
    assertEquals(Correlation.pearson(pairs.a(), pairs.b()), relation.pearson());
    assertEquals(Correlation.spearman(pairs.a(), pairs.b()), relation.spearman());
    assertEquals(Correlation.naiveP(relation.spearman(), 65), relation.spearmanNaiveP());
    assertEquals(relation.pearson(), relation.pearsonMantel().r());
    assertEquals(relation, Relation.between(g, e, 199, new Seeds(5)));
  }

  /** Renaming the tasks of both matrices alike changes nothing but rounding. */
  @Test
  void theNamesOfTasksDoNotMatter() {
    double[][] e = Made.mainEffects(12, 1, new Seeds(1).stream("e"));
    int[] order = new Seeds(2).stream("order").permutation(12);
    Relation relation = Relation.between(g, e, 99, new Seeds(5));
    Relation renamed = Relation.between(renamed(g, order), renamed(e, order), 99, new Seeds(5));
    assertEquals(relation.pearson(), renamed.pearson(), 1e-14);
    assertEquals(relation.spearman(), renamed.spearman(), 1e-14);
  }

  @Test
  void aRealRelationIsFoundWithTheUsualNumberOfPermutations() {
    double[][] e = Made.mainEffects(12, 1, new Seeds(1).stream("e"));
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        e[i][j] += 3 * g[i][j];
      }
    }
    Relation relation = Relation.between(g, e, new Seeds(5));
    assertEquals(Mantel.PERMUTATIONS, relation.pearsonMantel().permutations());
    assertTrue(relation.pearsonMantel().p() < 0.01, relation.toString());
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
