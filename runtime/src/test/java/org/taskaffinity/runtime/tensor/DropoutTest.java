package org.taskaffinity.runtime.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.runtime.random.Seeds;

class DropoutTest {
  private static final long STREAM = new Seeds(5).key("dropout/encoder");
  private static final int UNITS = 200_000;

  /** Five standard errors of a proportion. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.3, 0.5, 0.9})
  void asManyAreDroppedAsWasAskedFor(double rate) {
    int dropped = 0;
    for (int bits : mask(rate, Dropout.key(STREAM, 1, 2, 0), UNITS)) {
      float value = Float.intBitsToFloat(bits);
      assertTrue(value == 0 || value == (float) (1 / (1 - rate)), "a mask of " + value);
      dropped += value == 0 ? 1 : 0;
    }
    assertEquals(rate, (double) dropped / UNITS, 5 * Math.sqrt(rate * (1 - rate) / UNITS));
  }

  @Test
  void nothingIsDroppedAtRateZero() {
    for (int bits : mask(0, Dropout.key(STREAM, 1, 2, 0), 5000)) {
      assertEquals(1f, Float.intBitsToFloat(bits));
    }
  }

  /** A longer mask begins with the shorter one: a unit's fate is its own. */
  @Test
  void aUnitDoesNotDependOnHowManyThereAre() {
    long key = Dropout.key(STREAM, 7, 8, 1);
    int[] shorter = mask(.3, key, 1500);
    assertArrayEquals(shorter, Arrays.copyOf(mask(.3, key, 4000), 1500));
  }

  @Test
  void neighbouringStepsRowsLayersAndStreamsAreIndependent() {
    assertIndependent(step -> Dropout.key(STREAM, step, 0, 0));
    assertIndependent(row -> Dropout.key(STREAM, 0, row, 0));
    assertIndependent(layer -> Dropout.key(STREAM, 0, 0, layer));
    assertIndependent(seed -> Dropout.key(new Seeds(seed).key("dropout/encoder"), 0, 0, 0));
  }

  @Test
  void neighbouringUnitsAreIndependent() {
    int[] mask = mask(.5, Dropout.key(STREAM, 0, 0, 0), UNITS + 64);
    for (int lag : new int[] {1, 2, 3, 4, 8, 16, 32, 64}) {
      int same = 0;
      for (int i = 0; i < UNITS; i++) {
        same += mask[i] == mask[i + lag] ? 1 : 0;
      }
      // Five standard errors of a fair coin's proportion.
      assertEquals(.5, (double) same / UNITS, 2.5 / Math.sqrt(UNITS), "lag " + lag);
    }
  }

  /** The first 256 units alone, over many keys: χ² of 256 counts stays within 5 deviations. */
  @Test
  void everyUnitHasTheSameChance() {
    int keys = 4000;
    int[] kept = new int[256];
    for (int row = 0; row < keys; row++) {
      int[] mask = mask(.3, Dropout.key(STREAM, 0, row, 0), 256);
      for (int unit = 0; unit < 256; unit++) {
        kept[unit] += mask[unit] == 0 ? 0 : 1;
      }
    }
    double chi = 0;
    for (int count : kept) {
      chi += Math.pow(count - .7 * keys, 2) / (.7 * .3 * keys);
    }
    assertEquals(256, chi, 5 * Math.sqrt(2 * 256));
  }

  /** Two masks of a fair coin agree in half of the units, whichever two of eight are taken. */
  private static void assertIndependent(IntFunction<Long> key) {
    int[][] masks = new int[8][];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = mask(.5, key.apply(i), UNITS);
      for (int j = 0; j < i; j++) {
        int same = 0;
        for (int u = 0; u < UNITS; u++) {
          same += masks[i][u] == masks[j][u] ? 1 : 0;
        }
        assertEquals(.5, (double) same / UNITS, 2.5 / Math.sqrt(UNITS), i + " and " + j);
      }
    }
  }

  private static int[] mask(double rate, long key, int count) {
    IntBuffer out = IntBuffer.allocate(count);
    new Dropout(rate).mask(key, out, count);
    return out.array();
  }
}
