package org.taskaffinity.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taskaffinity.runtime.cluster.Dendrogram.Merge;

/**
 * Values from scipy.cluster.hierarchy.linkage and fcluster(…, 'maxclust') of SciPy 1.17.1 on the
 * same matrices, fcluster's labels renumbered by first members.
 */
class AgglomerationTest {
  private static final int[] BLOCKS = {0, 0, 0, 1, 1, 1, 2, 2, 2};

  /** Ten updates of distances near 1, Ward's by squares and roots. */
  private static final double ROUNDING = 1e-13;

  private static Dendrogram tree(Linkage linkage) {
    return Agglomeration.of(Made.distances(), linkage);
  }

  private static void heights(Dendrogram tree, double... expected) {
    double[] heights = tree.merges().stream().mapToDouble(Merge::height).toArray();
    assertArrayEquals(expected, heights, ROUNDING);
  }

  @Test
  void averageLinkageMakesScipysTree() {
    Dendrogram tree = tree(Linkage.AVERAGE);
    heights(
        tree,
        0.11090188305252727,
        0.18325074331020813,
        0.2595639246778989,
        0.3601585728444004,
        0.3765113974231913,
        0.45513709943838787,
        0.46967294350842415,
        0.7010901883052527,
        0.7126763886922459);
    List<int[]> merges =
        tree.merges().stream().map(m -> new int[] {m.left(), m.right(), m.size()}).toList();
    int[][] expected = {
      {4, 5, 2},
      {0, 3, 2},
      {6, 7, 2},
      {8, 10, 3},
      {9, 11, 3},
      {2, 13, 4},
      {1, 12, 3},
      {15, 16, 7},
      {14, 17, 10}
    };
    assertArrayEquals(expected, merges.toArray(int[][]::new));
    assertArrayEquals(new int[] {0, 1, 2, 0, 2, 2, 1, 1, 2, 0}, tree.cut(3));
    assertArrayEquals(new int[] {0, 1, 2, 0, 3, 3, 4, 4, 3, 0}, tree.cut(5));
    assertArrayEquals(new int[] {9, 0, 3, 2, 8, 4, 5, 1, 6, 7}, tree.leafOrder());
  }

  @Test
  void singleLinkageMakesScipysTree() {
    Dendrogram tree = tree(Linkage.SINGLE);
    heights(
        tree,
        0.11090188305252727,
        0.16541129831516355,
        0.18325074331020813,
        0.18523290386521307,
        0.2377601585728444,
        0.23974231912784935,
        0.25758176412289396,
        0.2595639246778989,
        0.3319127849355798);
    assertArrayEquals(new int[] {0, 1, 2, 0, 0, 0, 0, 3, 0, 4}, tree.cut(5));
  }

  @Test
  void completeLinkageMakesScipysTree() {
    Dendrogram tree = tree(Linkage.COMPLETE);
    heights(
        tree,
        0.11090188305252727,
        0.18325074331020813,
        0.2595639246778989,
        0.38642220019821605,
        0.4607532210109019,
        0.6272547076313181,
        0.6470763131813677,
        1.016749256689792,
        1.0910802775024777);
    assertArrayEquals(new int[] {0, 1, 2, 0, 3, 3, 4, 4, 2, 0}, tree.cut(5));
  }

  @Test
  void wardsLinkageOfADistanceMatrixIsScipys() {
    Dendrogram tree = tree(Linkage.WARD);
    heights(
        tree,
        0.11090188305252727,
        0.18325074331020813,
        0.2595639246778989,
        0.38642220019821605,
        0.4327621494539640,
        0.5520644026432692,
        0.5926777811227698,
        1.1919433748261832,
        1.2844964532530128);
    assertArrayEquals(new int[] {0, 1, 2, 0, 3, 3, 4, 4, 2, 0}, tree.cut(5));
  }

  /** Single linkage's heights are those of a minimum spanning tree, however ties are broken. */
  @Test
  void tiedDistancesHaveTheHeightsScipyFinds() {
    double[][] d = Made.distances();
    for (double[] row : d) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.rint(4 * row[j]) / 4;
      }
    }
    heights(Agglomeration.of(d, Linkage.SINGLE), 0, .25, .25, .25, .25, .25, .25, .25, .25);
  }

  @ParameterizedTest
  @EnumSource
  void tiedBlocksBecomeGroups(Linkage linkage) {
    Dendrogram tree = Agglomeration.of(Made.blocks(.25, .75), linkage);
    assertArrayEquals(BLOCKS, tree.cut(3));
    double top = linkage == Linkage.WARD ? 1.25 : .75;
    heights(tree, .25, .25, .25, .25, .25, .25, top, top);
  }

  /** All distances one: the least leaves go first, one after the other. */
  @Test
  void aTieGoesToTheLeastLeaf() {
    Dendrogram tree = Agglomeration.of(Made.blocks(1, 1), Linkage.AVERAGE);
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 2, 3, 4, 5}, tree.cut(6));
    assertEquals(new Merge(0, 1, 1, 2), tree.merges().get(0));
    assertEquals(new Merge(2, 9, 1, 3), tree.merges().get(1));
  }

  @Test
  void moreClustersThanExamplesAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> tree(Linkage.SINGLE).cut(11))
            .getMessage();
    assertEquals("10 leaves can be cut into 1 to 10 clusters, not 11.", message);
  }

  @Test
  void anUndefinedDistanceIsRefused() {
    double[][] d = Made.distances();
    d[3][2] = d[2][3] = Double.NaN;
    String message =
        assertThrows(IllegalArgumentException.class, () -> Agglomeration.of(d, Linkage.SINGLE))
            .getMessage();
    assertEquals(
        "Distances are finite, at least 0 and symmetric; between 3 and 2 they are NaN and NaN.",
        message);
  }
}
