package org.taskaffinity.runtime.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures contenders in turns, a short block each, so that what slows the machine slows all of
 * them; before a block the threads of the one before go to sleep, and its first run is not counted.
 *
 * @param rounds how many turns each has, unless time runs out
 * @param warmUpMillis how long each works before
 * @param limitMillis how long all of them may take after that, three rounds at least
 */
record Turns(int rounds, double warmUpMillis, double limitMillis) {
  private static final int FEWEST = 3;
  private static final double BLOCK_MILLIS = 100;
  private static final int BLOCK_RUNS = 4;

  /** Sorted milliseconds of each contender. */
  List<double[]> measure(List<Contender> contenders) {
    contenders.forEach(this::warmUp);
    List<List<Double>> times = new ArrayList<>();
    contenders.forEach(each -> times.add(new ArrayList<>()));
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      if (round >= FEWEST && (System.nanoTime() - start) / 1e6 > limitMillis) {
        break;
      }
      for (int c = 0; c < contenders.size(); c++) {
        times.get(c).add(block(contenders.get(c)));
      }
    }
    return times.stream().map(Turns::sorted).toList();
  }

  private void warmUp(Contender contender) {
    contender.enter();
    double spent = 0;
    for (int run = 0; run < 2 || spent < warmUpMillis; run++) {
      spent += contender.time();
    }
  }

  /** The mean of a block. */
  private static double block(Contender contender) {
    contender.enter();
    double spent = 0;
    int runs = 0;
    while (runs == 0 || (runs < BLOCK_RUNS && spent < BLOCK_MILLIS)) {
      spent += contender.time();
      runs++;
    }
    return spent / runs;
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** A fraction's place in sorted numbers, between two of them where it falls there. */
  static double quantile(double[] sorted, double fraction) {
    double at = fraction * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
