package org.taskaffinity.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskGroupsTest {
  private static final int[] BLOCKS = {0, 0, 0, 1, 1, 1, 2, 2, 2};

  /** Affinity .6 inside a block and .1 between, each with a little of its own. */
  private static double[][] planted() {
    double[][] g = new double[9][9];
    for (int i = 0; i < 9; i++) {
      g[i][i] = 1;
      for (int j = 0; j < i; j++) {
        g[i][j] = g[j][i] = (i / 3 == j / 3 ? .6 : .1) + .05 * Made.v(i, j);
      }
    }
    return g;
  }

  @ParameterizedTest
  @EnumSource
  void plantedBlocksAreFoundWithoutSayingHowMany(Linkage linkage) {
    Grouping grouping = new TaskGroups(planted()).agglomerative(linkage);
    assertArrayEquals(BLOCKS, grouping.labels());
    assertEquals(3, grouping.groups());
    assertEquals(9, grouping.silhouettes().length);
    assertEquals(grouping.silhouettes()[3], grouping.silhouette());
    assertTrue(grouping.silhouettes()[3] > grouping.silhouettes()[2]);
    assertEquals(9, grouping.dendrogram().orElseThrow().leaves());
  }

  @Test
  void kMeansFindsThemToo() {
    Grouping grouping = new TaskGroups(planted()).kMeans(3, 42);
    assertArrayEquals(BLOCKS, grouping.labels());
    assertEquals(grouping.method(), "k-means on rows of G, k = 3");
  }

  /** Task 9 has affinity 0 to all and −.9 to one: far from every block. */
  @Test
  void hdbscanLeavesAStrangerOut() {
    double[][] g = new double[10][10];
    double[][] planted = planted();
    for (int i = 0; i < 9; i++) {
      System.arraycopy(planted[i], 0, g[i], 0, 9);
    }
    g[9][9] = 1;
    g[9][0] = g[0][9] = -.3;
    Grouping grouping = new TaskGroups(g).hdbscan(2, 2);
    assertEquals(-1, grouping.labels()[9]);
    assertEquals(1, grouping.noise());
    assertEquals(3, grouping.groups());
  }

  @Test
  void undefinedPairsTakeTheMeanAndAreCounted() {
    double[][] g = {{1, .2, Double.NaN}, {.2, 1, .6}, {Double.NaN, .6, 1}};
    TaskGroups groups = new TaskGroups(g);
    assertEquals(1 - .4, groups.distance()[0][2], 1e-15);
    assertEquals(1, groups.agglomerative(Linkage.AVERAGE, 2).filledPairs());
    assertArrayEquals(new int[] {0, 1, 1}, groups.agglomerative(Linkage.AVERAGE, 2).labels());
  }

  /** sklearn.metrics.silhouette_score(…, metric='precomputed') on SciPy's average-linkage cuts. */
  @Test
  void silhouettesAgreeWithScikitLearn() {
    double[][] d = Made.distances();
    Dendrogram tree = Agglomeration.of(d, Linkage.AVERAGE);
    assertEquals(0.27283992335217816, Silhouette.mean(d, tree.cut(2)), 1e-14);
    assertEquals(0.3949557758268494, Silhouette.mean(d, tree.cut(3)), 1e-14);
    assertEquals(0.22921932283805466, Silhouette.mean(d, tree.cut(5)), 1e-14);
    assertEquals(Double.NaN, Silhouette.mean(d, tree.cut(1)));
    assertEquals(Double.NaN, Silhouette.mean(d, tree.cut(10)));
  }

  @Test
  void errorsSayWhatToWrite() {
    TaskGroups groups = new TaskGroups(planted());
    assertEquals(
        "9 tasks can be put into 1 to 9 groups, not 12.",
        assertThrows(IllegalArgumentException.class, () -> groups.agglomerative(Linkage.WARD, 12))
            .getMessage());
    double[][] undefined = {{1, Double.NaN}, {Double.NaN, 1}};
    assertEquals(
        "All 1 pairs are undefined, so there is nothing to group tasks by.",
        assertThrows(IllegalArgumentException.class, () -> new TaskGroups(undefined)).getMessage());
    double[][] lopsided = {{1, .5}, {.2, 1}};
    assertThrows(IllegalArgumentException.class, () -> new TaskGroups(lopsided));
  }
}
