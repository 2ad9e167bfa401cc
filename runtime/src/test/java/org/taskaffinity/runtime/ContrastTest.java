package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.noControl;
import static org.taskaffinity.dsl.Mtl.shuffledLabels;
import static org.taskaffinity.dsl.Mtl.shuffledRows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.ContrastPair;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;

class ContrastTest {
  private static final Experiment REAL =
      Small.experimentNamed("contrast").capture(captureEvery(1).window(all()));

  @TempDir Path out;

  /** p, Holm's adjustment and the jackknife are computed a second way. */
  @Test
  void differencesArePairedBySeed() {
    try (Runner runner = Small.runner(out)) {
      Results results = runner.run(REAL.over(noControl(), shuffledRows()).seeds(1, 2, 3, 4));
      List<Contrast> contrasts = runner.contrast(results);
      assertEquals(1, contrasts.size());
      Contrast contrast = contrasts.get(0);
      assertEquals(List.of(1L, 2L, 3L, 4L), contrast.seeds());
      List<Result> real = results.each().subList(0, 4);
      List<Result> control = results.each().subList(4, 8);
      double[] p = new double[15];
      for (int pair = 0; pair < 15; pair++) {
        ContrastPair found = contrast.pairs().get(pair);
        double[] a = values(real, found);
        double[] b = values(control, found);
        double difference =
            Arrays.stream(a).average().orElseThrow() - Arrays.stream(b).average().orElseThrow();
        assertEquals(difference, found.difference(), 1e-12);
        p[pair] = new TTest().pairedTTest(a, b);
        assertEquals(p[pair], contrast.precision().p().at(found.first(), found.second()), 1e-9);
        assertTrue(found.low() < found.difference() && found.difference() < found.high());
      }
      double[] holm = holm(p);
      for (int pair = 0; pair < 15; pair++) {
        assertEquals(holm[pair], contrast.pairs().get(pair).adjustedP(), 1e-9);
      }
      double[] without = new double[4];
      Arrays.setAll(without, s -> r(real, s) - r(control, s));
      double mean = Arrays.stream(without).average().orElseThrow();
      double squares = Arrays.stream(without).map(w -> (w - mean) * (w - mean)).sum();
      double half = 3.182446305284263 * Math.sqrt(squares * 3 / 4); // t of 3 degrees of freedom
      double all = r(real, -1) - r(control, -1);
      assertEquals(all - half, contrast.relationDifference().low(), 1e-9);
      assertEquals(all + half, contrast.relationDifference().high(), 1e-9);
      assertTrue(contrast.toString().contains("over 4 seeds"), contrast.toString());
    }
  }

  @Test
  void oneSeedIsComparedOverItsCaptures() {
    try (Runner runner = Small.runner(out)) {
      Results results =
          runner.run(REAL.over(noControl(), shuffledRows(), shuffledLabels()).seeds(1));
      List<Contrast> contrasts = runner.contrast(results);
      assertEquals(
          List.of(shuffledRows(), shuffledLabels()),
          contrasts.stream().map(Contrast::control).toList());
      ContrastPair pair = contrasts.get(1).pairs().get(0);
      double a = results.each().get(0).standardErrors().at(0, 1);
      double b = results.each().get(2).standardErrors().at(0, 1);
      assertEquals(Math.hypot(a, b), pair.standardError(), 1e-12);
      assertEquals("captures", contrasts.get(0).precision().over());
      assertFalse(contrasts.get(0).relationDifference().defined());
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    try (Runner runner = Small.runner(out)) {
      Results real = runner.run(REAL.seeds(1));
      String none = assertThrows(PlanException.class, () -> runner.contrast(real)).getMessage();
      assertTrue(none.contains(".over(noControl(), shuffledRows())"), none);
      Results control = runner.run(REAL.control(shuffledRows()).seeds(1));
      String alone = assertThrows(PlanException.class, () -> runner.contrast(control)).getMessage();
      assertTrue(alone.contains("shuffledRows() has no result of real labels"), alone);
    }
  }

  private static double[] values(List<Result> results, ContrastPair pair) {
    return results.stream()
        .mapToDouble(r -> r.affinity().at(pair.first(), pair.second()))
        .toArray();
  }

  /** r(G, E) of the means over all seeds but one. */
  private static double r(List<Result> results, int left) {
    List<Result> used =
        IntStream.range(0, results.size()).filter(s -> s != left).mapToObj(results::get).toList();
    double[] g = mean(used.stream().map(r -> r.affinity().pairs()).toList());
    double[] e = mean(used.stream().map(r -> r.labelCorrelation().pairs()).toList());
    int[] known = IntStream.range(0, g.length).filter(i -> !Double.isNaN(e[i])).toArray();
    return new PearsonsCorrelation()
        .correlation(
            IntStream.of(known).mapToDouble(i -> g[i]).toArray(),
            IntStream.of(known).mapToDouble(i -> e[i]).toArray());
  }

  private static double[] mean(List<double[]> each) {
    double[] mean = new double[each.get(0).length];
    Arrays.setAll(mean, i -> each.stream().mapToDouble(v -> v[i]).average().orElseThrow());
    return mean;
  }

  private static double[] holm(double[] p) {
    Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
    double[] adjusted = new double[p.length];
    double greatest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      greatest = Math.max(greatest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = greatest;
    }
    return adjusted;
  }
}
