package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RulerTest {
  @Test
  void ticksAreRoundAndHoldTheValues() {
    Ruler ruler = Ruler.around(DoubleStream.of(-0.13, 0.42), 0, 100);
    assertArrayEquals(new double[] {-0.2, 0, 0.2, 0.4, 0.6}, ruler.ticks(), 1e-12);
    assertEquals("−0.2", ruler.label(ruler.ticks()[0]));
    assertEquals("0.0", ruler.label(ruler.ticks()[1]));
  }

  @Test
  void everyRangeHasAFewTicks() {
    Random random = new Random(5);
    for (int n = 0; n < 2000; n++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(13) - 6);
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(9) - 4);
      Ruler ruler = Ruler.around(DoubleStream.of(low, high), 0, 1);
      int ticks = ruler.ticks().length;
      assertTrue(ticks >= 3 && ticks <= 8, low + " to " + high + " has " + ticks + " ticks");
      double slack = 1e-8 * ruler.step(); // less than a pixel's hundredth
      boolean held = ruler.low() <= low + slack && ruler.high() >= high - slack;
      assertTrue(held, low + " to " + high);
    }
  }

  @Test
  void endsLieAtTheEnds() {
    Ruler ruler = Ruler.within(DoubleStream.of(1, 20), 58, 426);
    assertEquals(58, ruler.at(1), 1e-12);
    assertEquals(426, ruler.at(20), 1e-12);
    assertArrayEquals(new double[] {5, 10, 15, 20}, ruler.ticks(), 1e-12);
  }

  @Test
  void oneValueOrNoneStillMakesARuler() {
    assertTrue(Ruler.around(DoubleStream.of(3), 0, 1).ticks().length >= 3);
    assertTrue(Ruler.around(DoubleStream.of(Double.NaN), 0, 1).ticks().length >= 3);
    assertTrue(Ruler.within(DoubleStream.empty(), 0, 1).ticks().length >= 3);
  }
}
