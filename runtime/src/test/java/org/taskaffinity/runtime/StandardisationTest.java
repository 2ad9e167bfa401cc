package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.runtime.data.Standardisation;

class StandardisationTest {
  private static final double[] LABELS = {-1, 0.5, 0.25, 2, -0.75, 1};

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e300, 8e307, 1e-180, 1e-307})
  void labelsOfAnyUnitTrainAlike(double unit) {
    float[] plain = standardised(LABELS);
    float[] scaled = standardised(Arrays.stream(LABELS).map(v -> v * unit).toArray());
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], scaled[i], 1e-6);
    }
    double squares = 0;
    for (float v : scaled) {
      squares += v * v;
    }
    assertEquals(1, squares / scaled.length, 1e-6);
  }

  @Test
  void theLargestDoublesDoNotOverflowBetweenThem() {
    double most = Double.MAX_VALUE;
    float[] found = standardised(most, -most, -most, -most, -most);
    assertEquals(2, found[0], 1e-6);
    assertEquals(-0.5, found[1], 1e-6);
  }

  @Test
  void theLeastDoublesAreToldApart() {
    double least = Double.MIN_VALUE;
    float[] found = standardised(0, least, 0, least);
    assertTrue(found[1] - found[0] >= 1, found[0] + " and " + found[1]);
  }

  @Test
  void aConstantIsZeroThoughItsSumRounds() {
    float[] found = standardised(DoubleStream.generate(() -> 0.1).limit(10).toArray());
    for (float v : found) {
      assertEquals(0, v);
    }
  }

  private static float[] standardised(double... values) {
    Standardisation standard = Standardisation.none(1);
    BitSet all = new BitSet();
    all.set(0, values.length);
    standard.fit(0, values, all);
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = standard.apply(0, values[i]);
    }
    return out;
  }
}
