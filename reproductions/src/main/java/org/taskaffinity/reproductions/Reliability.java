package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.List;

/** How far pairs of values that are a mean over seeds would come out again under other seeds. */
final class Reliability {
  private Reliability() {}

  /**
   * The mean correlation ρ1 of two seeds' pairs, with the reliability of the mean of S seeds, R = S
   * ρ1 / (1 + (S − 1) ρ1) (Spearman and Brown 1910). Nothing can correlate with that mean by more
   * than √R.
   *
   * @return √R; 0 where seeds do not agree at all
   */
  static double of(List<double[]> bySeed, Findings found) {
    int seeds = bySeed.size();
    double rho = betweenSeeds(bySeed);
    found.add(jackknifed("r of the benefits of two seeds", bySeed));
    found.add("reliability of the mean benefit", square(mostLeft(rho, seeds)), seeds);
    found.add("largest r with the mean benefit that noise leaves", mostLeft(rho, seeds), seeds);
    return mostLeft(rho, seeds);
  }

  /** The mean r of two seeds with an interval over seeds: each seed in turn is left out. */
  static Finding jackknifed(String key, List<double[]> bySeed) {
    int seeds = bySeed.size();
    Finding plain = Finding.of(key, betweenSeeds(bySeed), seeds * (seeds - 1) / 2);
    if (seeds < 4) {
      return plain;
    }
    double[] without = Seeds.each(seeds, s -> betweenSeeds(left(bySeed, s)));
    double error = Seeds.deviation(without) * (seeds - 1) / Math.sqrt(seeds);
    double around = Seeds.t(seeds - 1) * error;
    return plain.and(new Span(Over.SEEDS, seeds, plain.value() - around, plain.value() + around));
  }

  private static List<double[]> left(List<double[]> bySeed, int without) {
    List<double[]> rest = new ArrayList<>(bySeed);
    rest.remove(without);
    return rest;
  }

  /** ρ1: the mean r of every two seeds. */
  static double betweenSeeds(List<double[]> bySeed) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < bySeed.size(); i++) {
      for (int j = i + 1; j < bySeed.size(); j++) {
        sum += Correlations.pearson(bySeed.get(i), bySeed.get(j));
        count++;
      }
    }
    return sum / count;
  }

  /** √R; 0 where seeds do not agree at all. */
  static double mostLeft(double rho, int seeds) {
    return Math.sqrt(Math.max(0, seeds * rho / (1 + (seeds - 1) * rho)));
  }

  private static double square(double value) {
    return value * value;
  }
}
