package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class CapturedTest {
  private static final float NAN = Float.NaN;

  /** A and B at steps 0, 5 and 10; B is absent at 5, and C at every step. */
  private static Captured made() {
    return new Captured(
        List.of("A", "B", "C"),
        new long[] {0, 5, 10},
        List.of(
            new float[] {1, 0.5f, NAN, 0.5f, 1, NAN, NAN, NAN, NAN},
            new float[] {1, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN},
            new float[] {1, -0.25f, NAN, -0.25f, 1, NAN, NAN, NAN, NAN}),
        List.of(new float[] {2, 3, NAN}, new float[] {4, NAN, NAN}, new float[] {8, 5, NAN}));
  }

  @Test
  void linesOfAFigureKeepTheirGaps() {
    Captured captured = made();
    assertArrayEquals(new double[] {0, 5, 10}, captured.steps());
    assertArrayEquals(new double[] {0.5, Double.NaN, -0.25}, captured.cosines("A", "B"));
    assertArrayEquals(new double[] {2, 4, 8}, captured.norms("A"));
    assertEquals(-0.25, captured.cosines(2).at("B", "A"));
    assertEquals(3, captured.size());
  }

  @Test
  void someStepsAreCapturesThemselves() {
    Captured captured = made();
    assertEquals(captured, captured.between(0, 11));
    assertEquals(captured.between(5, Long.MAX_VALUE), captured.between(1, 11));
    Captured last = captured.between(6, Long.MAX_VALUE);
    assertEquals(1, last.size());
    assertEquals(10, last.step(0));
    assertArrayEquals(captured.cosineRow(2), last.cosineRow(0));
    assertArrayEquals(new float[] {8, 5, NAN}, last.normRow(0));
    assertEquals(0, captured.between(1, 5).size(), "the end is excluded");
  }

  @Test
  void productsBetweenBatchesAreThereWhereTheyWereCaptured() {
    Captured one = made();
    assertFalse(one.crossed());
    String message = refused(() -> one.across(0, 1));
    assertTrue(message.contains(".crossBatches(2)"), message);
    Captured two =
        new Captured(
            List.of("A", "B"),
            new long[] {0, 5},
            List.of(new float[] {1, 0.5f, 0.5f, 1}, new float[] {1, 0.25f, 0.25f, 1}),
            List.of(new float[] {2, 3}, new float[] {4, 5}),
            Optional.of(List.of(new float[] {-1, 2, 2, NAN}, new float[] {3, 4, 4, 5})));
    assertTrue(two.crossed());
    assertArrayEquals(new double[] {2, 4}, two.across(0, 1));
    assertArrayEquals(new double[] {Double.NaN, 5}, two.across(1, 1));
    assertArrayEquals(new float[] {3, 4, 4, 5}, two.between(5, 6).acrossRow(0));
    assertNotEquals(
        two,
        new Captured(
            two.tasks(),
            new long[] {0, 5},
            List.of(two.cosineRow(0), two.cosineRow(1)),
            List.of(two.normRow(0), two.normRow(1))));
  }

  @Test
  void aMeasureSeesTheStepsAtWhichBothWerePresent() {
    CapturedPair pair = made().pair("A", "B");
    assertArrayEquals(new double[] {0, 10}, pair.steps());
    assertArrayEquals(new double[] {0.5, -0.25}, pair.cosines());
    assertArrayEquals(new double[] {2, 8}, pair.firstNorms());
    assertArrayEquals(new double[] {3, 5}, pair.secondNorms());
    assertArrayEquals(new double[] {3, -10}, pair.products());
    assertEquals("A and B at 2 steps", pair.toString());
  }

  /** Affinities of a user's own: mean, median, agreement of signs, weighted by the gradients. */
  @Test
  void measuresOfOnesOwn() {
    Captured captured = made();
    assertEquals(0.125, captured.measure(CapturedPair::mean).at("A", "B"));
    assertEquals(0.125, captured.measure(p -> p.quantile(0.5)).at("A", "B"));
    assertEquals(-0.25, captured.measure(p -> p.quantile(0)).at("B", "A"));
    assertEquals(
        0.5,
        captured
            .measure(p -> Arrays.stream(p.cosines()).map(c -> c > 0 ? 1 : 0).average().orElse(0))
            .at("A", "B"));
    assertEquals(
        (3 - 10) / (6.0 + 40),
        captured
            .measure(
                p -> {
                  double weight = 0;
                  for (int t = 0; t < p.size(); t++) {
                    weight += p.firstNorms()[t] * p.secondNorms()[t];
                  }
                  return Arrays.stream(p.products()).sum() / weight;
                })
            .at("A", "B"));
  }

  @Test
  void aMeasureIsSymmetricAndUndefinedWhereNoStepIsShared() {
    int[] asked = new int[1];
    TaskMatrix measured =
        made()
            .measure(
                pair -> {
                  asked[0]++;
                  assertTrue(pair.size() > 0);
                  return pair.first().compareTo(pair.second());
                });
    assertEquals(3, asked[0], "A with A, A with B, B with B");
    assertEquals(measured.at("A", "B"), measured.at("B", "A"));
    assertTrue(Double.isNaN(measured.at("A", "C")) && Double.isNaN(measured.at("C", "C")));
  }

  @Test
  void noMeasureCanChangeWhatWasCaptured() {
    Captured captured = made();
    captured.steps()[0] = 9;
    captured.cosineRow(0)[1] = 9;
    captured.normRow(0)[1] = 9;
    captured.cosines("A", "B")[0] = 9;
    CapturedPair pair = captured.pair("A", "B");
    for (double[] own :
        List.of(pair.steps(), pair.cosines(), pair.firstNorms(), pair.secondNorms())) {
      Arrays.fill(own, 9);
    }
    assertEquals(0.5, pair.cosines()[0]);
    assertEquals(made(), captured);
    assertEquals(made().hashCode(), captured.hashCode());
    assertNotEquals(
        made(), new Captured(List.of("A"), new long[0], List.of(), List.of()), "other captures");
  }

  @Test
  void refusalsStay() {
    Captured captured = made();
    Golden.check(
        "captured.txt",
        String.join(
            "\n\n",
            captured.toString(),
            new Captured(List.of("A"), new long[0], List.of(), List.of()).toString(),
            refused(() -> captured.cosines("A", "D")),
            refused(() -> captured.norms("a")),
            refused(() -> captured.pair("A", "B").quantile(50)),
            refused(() -> new Captured(List.of("A"), new long[] {1}, List.of(), List.of())),
            refused(
                () ->
                    new Captured(
                        List.of("A", "B"),
                        new long[] {1},
                        List.of(new float[4]),
                        List.of(new float[3])))));
  }

  private static String refused(org.junit.jupiter.api.function.Executable asked) {
    return assertThrows(DescriptionException.class, asked).getMessage();
  }
}
