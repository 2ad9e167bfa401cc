package org.taskaffinity.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taskaffinity.runtime.cluster.AgglomerativeTrainer.Input;
import org.taskaffinity.runtime.cluster.Dendrogram.Merge;

/**
 * Values from scipy.cluster.hierarchy.linkage and fcluster(…, 'maxclust') of SciPy 1.17.1 on the
 * same matrices, fcluster's labels renumbered by first members.
 */
class AgglomerativeTrainerTest {
  private static final int[] BLOCKS = {0, 0, 0, 1, 1, 1, 2, 2, 2};

  /** Ten updates of distances near 1, Ward's by squares and roots. */
  private static final double ROUNDING = 1e-13;

  private static AgglomerativeModel train(Linkage linkage, int k, Input input, double[][] rows) {
    return new AgglomerativeTrainer(k, linkage, input).train(TribuoData.rows(rows, "test"));
  }

  private static AgglomerativeModel train(Linkage linkage, int k) {
    return train(linkage, k, Input.DISTANCES, Made.distances());
  }

  private static void heights(Dendrogram tree, double... expected) {
    double[] heights = tree.merges().stream().mapToDouble(Merge::height).toArray();
    assertArrayEquals(expected, heights, ROUNDING);
  }

  @Test
  void averageLinkageMakesScipysTree() {
    Dendrogram tree = train(Linkage.AVERAGE, 3).dendrogram();
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
    AgglomerativeModel model = train(Linkage.SINGLE, 5);
    heights(
        model.dendrogram(),
        0.11090188305252727,
        0.16541129831516355,
        0.18325074331020813,
        0.18523290386521307,
        0.2377601585728444,
        0.23974231912784935,
        0.25758176412289396,
        0.2595639246778989,
        0.3319127849355798);
    assertArrayEquals(new int[] {0, 1, 2, 0, 0, 0, 0, 3, 0, 4}, model.labels());
  }

  @Test
  void completeLinkageMakesScipysTree() {
    AgglomerativeModel model = train(Linkage.COMPLETE, 5);
    heights(
        model.dendrogram(),
        0.11090188305252727,
        0.18325074331020813,
        0.2595639246778989,
        0.38642220019821605,
        0.4607532210109019,
        0.6272547076313181,
        0.6470763131813677,
        1.016749256689792,
        1.0910802775024777);
    assertArrayEquals(new int[] {0, 1, 2, 0, 3, 3, 4, 4, 2, 0}, model.labels());
  }

  @Test
  void wardsLinkageOfADistanceMatrixIsScipys() {
    AgglomerativeModel model = train(Linkage.WARD, 5);
    heights(
        model.dendrogram(),
        0.11090188305252727,
        0.18325074331020813,
        0.2595639246778989,
        0.38642220019821605,
        0.4327621494539640,
        0.5520644026432692,
        0.5926777811227698,
        1.1919433748261832,
        1.2844964532530128);
    assertArrayEquals(new int[] {0, 1, 2, 0, 3, 3, 4, 4, 2, 0}, model.labels());
  }

  @Test
  void wardsLinkageOfPointsIsScipys() {
    AgglomerativeModel model = train(Linkage.WARD, 3, Input.FEATURES, points());
    heights(
        model.dendrogram(),
        0.09097987393572893,
        0.29182223715233807,
        0.29182223715233807,
        0.3894945490584737,
        0.5054509415262637,
        1.2652290903640333,
        1.3803318197528656);
    assertArrayEquals(new int[] {0, 1, 0, 2, 1, 0, 2, 1}, model.labels());
  }

  private static double[][] points() {
    double[][] points = new double[8][3];
    for (int i = 0; i < 8; i++) {
      for (int f = 0; f < 3; f++) {
        points[i][f] = Made.v(i, 50 + f);
      }
    }
    return points;
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
    double[][] d = Made.blocks(.25, .75);
    AgglomerativeModel model = train(linkage, 3, Input.DISTANCES, d);
    assertArrayEquals(BLOCKS, model.labels());
    double top = linkage == Linkage.WARD ? 1.25 : .75;
    heights(model.dendrogram(), .25, .25, .25, .25, .25, .25, top, top);
  }

  /** All distances one: the least leaves go first, one after the other. */
  @Test
  void aTieGoesToTheLeastLeaf() {
    Dendrogram tree = Agglomeration.of(Made.blocks(1, 1), Linkage.AVERAGE);
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 2, 3, 4, 5}, tree.cut(6));
    assertEquals(new Merge(0, 1, 1, 2), tree.merges().get(0));
    assertEquals(new Merge(2, 9, 1, 3), tree.merges().get(1));
  }

  @ParameterizedTest
  @EnumSource
  void aMemberOfABlockIsPredictedIntoIt(Linkage linkage) {
    double[][] d = Made.blocks(.25, .75);
    AgglomerativeModel model = train(linkage, 3, Input.DISTANCES, d);
    int[] predicted =
        model.predict(TribuoData.rows(d, "again")).stream()
            .mapToInt(prediction -> prediction.getOutput().getID())
            .toArray();
    assertArrayEquals(BLOCKS, predicted);
  }

  /**
   * Ward's distance of a point to a cluster of n is √(2n/(n+1)) times that to its centroid: the
   * clusters {0, 2} and {10} have centroids 1 and 10, so a point joins the first below x = (√(4/3)
   * + 10) / (1 + √(4/3)) = 5.18, not below their middle at 5.5.
   */
  @Test
  void wardPredictsByTheGrowthOfTheSumOfSquares() {
    double[][] line = {{0}, {2}, {10}};
    AgglomerativeModel model = train(Linkage.WARD, 2, Input.FEATURES, line);
    double[][] asked = {{5.1}, {5.3}};
    List<Integer> predicted =
        model.predict(TribuoData.rows(asked, "new")).stream()
            .map(prediction -> prediction.getOutput().getID())
            .toList();
    assertEquals(List.of(0, 1), predicted);
  }

  @Test
  void theProvenanceTellsHowItWasMade() {
    AgglomerativeModel model = train(Linkage.COMPLETE, 4);
    String trainer = model.getProvenance().getTrainerProvenance().toString();
    assertTrue(trainer.contains("clusters=4"), trainer);
    assertTrue(trainer.contains("linkage=COMPLETE"), trainer);
    assertTrue(trainer.contains("input=DISTANCES"), trainer);
    assertEquals(4, model.getOutputIDInfo().size());
    assertArrayEquals(model.labels(), ((AgglomerativeModel) model.copy()).labels());
  }

  @Test
  void eachTrainingIsCounted() {
    AgglomerativeTrainer trainer = new AgglomerativeTrainer(2, Linkage.WARD, Input.FEATURES);
    trainer.train(TribuoData.rows(points(), "points"));
    trainer.train(TribuoData.rows(points(), "points"));
    assertEquals(2, trainer.getInvocationCount());
    trainer.setInvocationCount(7);
    assertEquals(7, trainer.getInvocationCount());
  }

  @Test
  void moreClustersThanExamplesAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> train(Linkage.SINGLE, 11)).getMessage();
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

  @Test
  void cuttingAtAHeightKeepsTheMergesBelow() {
    Dendrogram tree = train(Linkage.AVERAGE, 3).dendrogram();
    assertArrayEquals(tree.cut(5), tree.cutAt(0.4));
    assertArrayEquals(tree.cut(1), tree.cutAt(9));
  }
}
