package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class Task2VecTest {
  private static final TaskFisher A =
      new TaskFisher("A", 10, new double[] {1, 2}, new double[][] {{2, 1}, {1, 3}});
  private static final TaskFisher B =
      new TaskFisher("B", 20, new double[] {-1, 1}, new double[][] {{1, 0}, {0, 4}});

  /** By hand: w² = (1, 4) and (1, 1), diag S = (2, 3) and (1, 4), cos w = 1 / √10. */
  @Test
  void bothCosinesByHand() {
    Task2Vec two = new Task2Vec(List.of(A, B));
    assertArrayEquals(new double[] {2, 3, 8, 12}, two.embedding("A"));
    assertArrayEquals(new double[] {1, 4, 1, 4}, two.embedding("B"));
    double diagonal = (2 + 12 + 8 + 48) / Math.sqrt(4 + 9 + 64 + 144) / Math.sqrt(34);
    assertEquals(diagonal, two.diagonal().at("A", "B"), 1e-15);
    assertEquals(two.diagonal(), two.compared(Fisher.DIAGONAL));
    assertEquals(two.full(), two.compared(Fisher.FULL));
    assertEquals(two.probes(), two.compared(Fisher.PROBES));
    double full = 0.1 * (2 + 12) / Math.sqrt(4 + 1 + 1 + 9) / Math.sqrt(17);
    assertEquals(full, two.full().at("B", "A"), 1e-15);
    assertEquals(1, two.full().at("A", "A"), 1e-15);
    assertEquals(14 / Math.sqrt(15 * 17), two.probes().at("A", "B"), 1e-15);
  }

  /** Against the matrices written out, D² by D². */
  @Test
  void theFactorsSayWhatTheWholeMatricesSay() {
    Random random = new Random(3);
    TaskFisher one = random("one", 5, random);
    TaskFisher other = random("other", 5, random);
    double[] f = whole(one);
    double[] g = whole(other);
    Task2Vec both = new Task2Vec(List.of(one, other));
    assertEquals(cosine(f, g), both.full().at(0, 1), 1e-12);
    assertEquals(cosine(diagonal(f), diagonal(g)), both.diagonal().at(0, 1), 1e-12);
    assertArrayEquals(diagonal(f), both.embedding("one"), 1e-12);
  }

  /** Fisher information has no sign: what is 1 for the one task and 0 for the other is the same. */
  @Test
  void aTaskAndItsOppositeAreTheSame() {
    double[] turned = Arrays.stream(A.probe()).map(w -> -w).toArray();
    Task2Vec two = new Task2Vec(List.of(A, new TaskFisher("not A", 10, turned, A.moment())));
    assertEquals(1, two.diagonal().at("A", "not A"), 1e-15);
    assertEquals(1, two.full().at("A", "not A"), 1e-15);
  }

  @Test
  void whatHasNoProbeIsMissing() {
    Task2Vec three = new Task2Vec(List.of(A, TaskFisher.missing("C", 4), B));
    assertTrue(Double.isNaN(three.full().at("A", "C")));
    assertTrue(Double.isNaN(three.diagonal().at("C", "C")));
    assertEquals(0, three.embedding("C").length);
    assertEquals(new Task2Vec(List.of(A, B)).full(), three.full().select(List.of("A", "B")));
  }

  @Test
  void printsALineForEachTask() {
    Golden.check(
        "task2vec.txt",
        new Task2Vec(List.of(A, TaskFisher.missing("C", 4)))
            + "\n\n"
            + assertThrows(DescriptionException.class, () -> new Task2Vec(List.of(A)).of("a"))
                .getMessage()
            + "\n\n"
            + assertThrows(
                    DescriptionException.class,
                    () ->
                        new Task2Vec(
                            List.of(A, new TaskFisher("D", 5, new double[1], new double[1][1]))))
                .getMessage()
            + "\n\n"
            + assertThrows(
                    DescriptionException.class,
                    () -> new TaskFisher("D", 5, new double[2], new double[1][2]))
                .getMessage()
            + "\n");
  }

  @Test
  void equalByValueAndNotChangedFromOutside() {
    A.probe()[0] = 9;
    A.moment()[0][0] = 9;
    assertEquals(A, new TaskFisher("A", 10, new double[] {1, 2}, new double[][] {{2, 1}, {1, 3}}));
    assertEquals(new Task2Vec(List.of(A)), new Task2Vec(List.of(A)));
    assertEquals(new Task2Vec(List.of(A)).hashCode(), new Task2Vec(List.of(A)).hashCode());
  }

  private static TaskFisher random(String name, int width, Random random) {
    double[] probe = random.doubles(width, -1, 1).toArray();
    double[][] moment = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        moment[i][j] = random.nextGaussian();
        moment[j][i] = moment[i][j];
      }
    }
    return new TaskFisher(name, 7, probe, moment);
  }

  /** (w wᵀ) ⊗ S, flat. */
  private static double[] whole(TaskFisher of) {
    int d = of.probe().length;
    double[] out = new double[d * d * d * d];
    for (int row = 0; row < d * d; row++) {
      for (int column = 0; column < d * d; column++) {
        out[row * d * d + column] =
            of.probe()[row / d] * of.probe()[column / d] * of.moment()[row % d][column % d];
      }
    }
    return out;
  }

  private static double[] diagonal(double[] flat) {
    int n = (int) Math.round(Math.sqrt(flat.length));
    double[] out = new double[n];
    Arrays.setAll(out, i -> flat[i * n + i]);
    return out;
  }

  private static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
