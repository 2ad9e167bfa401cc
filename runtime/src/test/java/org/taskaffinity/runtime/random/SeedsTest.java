package org.taskaffinity.runtime.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void theSameNameGivesTheSameNumbers() {
    assertEquals(
        new Seeds(7).stream("init/encoder").nextLong(),
        new Seeds(7).stream("init/encoder").nextLong());
  }

  @Test
  void anotherNameOrSeedGivesOthers() {
    long here = new Seeds(7).stream("init/encoder").nextLong();
    assertNotEquals(here, new Seeds(7).stream("init/heads").nextLong());
    assertNotEquals(here, new Seeds(8).stream("init/encoder").nextLong());
  }

  /** The first outputs of SplitMix64 for state 1234567, as published with the algorithm. */
  @Test
  void theStreamIsSplitMix64() {
    Stream stream = new Stream(1234567);
    assertEquals(6457827717110365317L, stream.nextLong());
    assertEquals(3203168211198807973L, stream.nextLong());
  }

  @Test
  void aPermutationHoldsEveryNumberOnce() {
    int[] order = new Seeds(1).stream("order").permutation(100);
    Arrays.sort(order);
    int[] expected = new int[100];
    Arrays.setAll(expected, i -> i);
    assertArrayEquals(expected, order);
  }

  /** 5 standard errors: 5 / √(12 · 100000) for the uniform, 5 / √100000 for the normal. */
  @Test
  void meansAndSpreadsAreThoseOfTheDistributions() {
    Stream stream = new Seeds(3).stream("moments");
    int n = 100_000;
    double uniform = 0;
    double normal = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      uniform += stream.nextDouble();
      double z = stream.nextGaussian();
      normal += z;
      squares += z * z;
    }
    assertEquals(0.5, uniform / n, 0.005);
    assertEquals(0, normal / n, 0.016);
    assertEquals(1, squares / n, 0.023);
  }
}
