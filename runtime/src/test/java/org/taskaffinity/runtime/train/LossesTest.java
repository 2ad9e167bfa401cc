package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.runtime.compile.Target;

class LossesTest {
  private static final List<Target> TARGETS =
      List.of(
          Target.binary("a"),
          new Target("b", Target.Kind.BINARY, 3),
          Target.regression("c"),
          Target.binary("none"));
  private static final float[] LOGITS = {.5f, -1, 2, 9, -.25f, 3, -1, 9, 1, .1f, .2f, 9};
  private static final float[] LABELS = {1, 0, 1.5f, 0, 0, 1, 2, 0, 1, 1, 0, 0};
  private static final boolean[] PRESENT = {
    true, true, true, false, true, true, false, false, false, true, true, false
  };

  /** Means over the labelled rows alone; ln 2 and the like by hand. */
  @Test
  void lossesAreMeansOverTheLabelledRows() {
    TaskLosses found = new Losses(TARGETS, 1).of(LOGITS, LABELS, PRESENT);
    double a = (Math.log(1 + Math.exp(-.5)) + Math.log(1 + Math.exp(-.25))) / 2;
    double b =
        (Math.log(1 + Math.exp(-1))
                + 3 * Math.log(1 + Math.exp(-3))
                + 3 * Math.log(1 + Math.exp(-(double) .1f)))
            / 3;
    double c = (.25 + Math.pow(.2f, 2)) / 2;
    assertEquals(a, found.losses()[0], 1e-12);
    assertEquals(b, found.losses()[1], 1e-12);
    assertEquals(c, found.losses()[2], 1e-12);
    assertTrue(Double.isNaN(found.losses()[3]));
    assertArrayEquals(new int[] {2, 3, 2, 0}, found.labels());
    assertArrayEquals(new boolean[] {true, true, true, false}, found.present());
    assertEquals(a + b + c, found.total(), 1e-12);
  }

  /** Central differences; h = 1e-2 on floats leaves about 1e-5. */
  @ParameterizedTest
  @ValueSource(doubles = {1, .25})
  void gradientsAreTheSlopesOfTheTotal(double share) {
    Losses losses = new Losses(TARGETS, share);
    float[] gradient = losses.of(LOGITS, LABELS, PRESENT).gradient();
    for (int i = 0; i < LOGITS.length; i++) {
      float[] up = LOGITS.clone();
      float[] down = LOGITS.clone();
      up[i] += 1e-2f;
      down[i] -= 1e-2f;
      double rise =
          losses.of(up, LABELS, PRESENT).total() - losses.of(down, LABELS, PRESENT).total();
      assertEquals(rise / ((double) up[i] - down[i]), gradient[i], 2e-5, "logit " + i);
    }
  }

  @Test
  void theMeanCountsEveryTaskAlsoThoseWithoutALabel() {
    double sum = new Losses(TARGETS, 1).of(LOGITS, LABELS, PRESENT).total();
    double mean = new Losses(TARGETS, .25).of(LOGITS, LABELS, PRESENT).total();
    assertEquals(sum / 4, mean, 1e-15);
  }

  @Test
  void farLogitsNeitherOverflowNorVanish() {
    Losses losses = new Losses(List.of(Target.binary("far")), 1);
    float[] logits = {800, -800};
    TaskLosses wrong = losses.of(logits, new float[] {0, 1}, new boolean[] {true, true});
    assertEquals(800, wrong.total(), 1e-9);
    assertArrayEquals(new float[] {.5f, -.5f}, wrong.gradient());
    TaskLosses right = losses.of(logits, new float[] {1, 0}, new boolean[] {true, true});
    assertEquals(0, right.total());
  }
}
