package org.taskaffinity.runtime.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /**
   * What one contender took.
   *
   * @param warmUp milliseconds of its first runs
   * @param warmUpRuns how many those were
   * @param rounds milliseconds of a run, on average over each round
   */
  record Times(double warmUp, int warmUpRuns, double[] rounds) {}

  /** Times of each contender. */
  List<Times> measure(List<Contender> contenders) {
    List<Times> cold = contenders.stream().map(this::warmUp).toList();
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
    return IntStream.range(0, contenders.size())
        .mapToObj(
            c -> {
              double[] found = times.get(c).stream().mapToDouble(v -> v).toArray();
              return new Times(cold.get(c).warmUp(), cold.get(c).warmUpRuns(), found);
            })
        .toList();
  }

  private Times warmUp(Contender contender) {
    contender.alone();
    double spent = 0;
    int runs = 0;
    for (; runs < 3 || spent < warmUpMillis; runs++) {
      spent += contender.time();
    }
    return new Times(spent, runs, new double[0]);
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
}
