package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/**
 * Coverage in simulations whose truth is known. A rate of 95 % seen over 200 simulations has a
 * standard error of 1.5 %. Intervals that rest on errors estimated from few tasks fall somewhat
 * short of their level: 88 to 95 % were seen in NumPy over 150 to 1,500 compounds and several noise
 * levels. So 85 % is asked for, 3 standard errors below 92 %. In the same simulations bootstrap
 * percentiles held the correlation of unlimited compounds in 0 to 40 %, bias-corrected ones in 0 to
 * 74 %.
 */
class IntervalsTest {
  private static final int SIMULATIONS = 200;
  private static final int FEWEST = SIMULATIONS * 85 / 100;
  private static final int ROWS = 300;

  private final Stream stream = new Seeds(21).stream("simulate");

  @Test
  void overMoleculesTheIntervalHoldsTheMeanCorrelation() {
    PlantedLabels planted = new PlantedLabels(10, stream);
    double[][] g = planted.affinity(.5, stream);
    double truth = 0;
    for (int s = 0; s < 1_000; s++) {
      truth += Intervals.z(g, planted.draw(ROWS, stream).correlation(), Correlation.PEARSON) / 1000;
    }
    int covered = 0;
    for (int s = 0; s < SIMULATIONS; s++) {
      MoleculeBootstrap molecules = planted.draw(ROWS, stream).bootstrap(150, s);
      Interval interval = Intervals.overMolecules(g, molecules, Correlation.PEARSON);
      covered += interval.contains(Math.tanh(truth)) ? 1 : 0;
    }
    assertTrue(covered >= FEWEST, "covered " + covered + " of " + SIMULATIONS);
  }

  /** The truth, the correlation of unlimited compounds, from 200,000 of them. */
  @Test
  void correctedForAttenuationTheIntervalHoldsTheCorrelationOfUnlimitedCompounds() {
    PlantedLabels planted = new PlantedLabels(10, stream);
    double[][] g = planted.affinity(.5, stream);
    double[][] unlimited = planted.draw(200_000, stream).correlation();
    double truth = Pairs.of(g, unlimited).correlation(Correlation.PEARSON);
    int covered = 0;
    int below = 0;
    for (int s = 0; s < SIMULATIONS; s++) {
      MoleculeBootstrap molecules = planted.draw(ROWS, stream).bootstrap(150, s);
      Attenuation attenuation = Attenuation.of(g, molecules);
      covered += attenuation.interval().contains(truth) ? 1 : 0;
      below += attenuation.r() < truth ? 1 : 0;
    }
    assertTrue(covered >= FEWEST, "covered " + covered + " of " + SIMULATIONS);
    assertTrue(below > SIMULATIONS * .8, "the measured r is too small in " + below);
  }

  /** Tasks u ~ N(0, I₂), G and E their products with noise; truth from 1,500 tasks. */
  @Test
  void overTasksTheIntervalHoldsTheCorrelationOfAllTasks() {
    double[][][] many = products(1_500);
    double truth = Pairs.of(many[0], many[1]).correlation(Correlation.PEARSON);
    int covered = 0;
    for (int s = 0; s < SIMULATIONS; s++) {
      double[][][] some = products(20);
      Interval interval = Intervals.overTasks(some[0], some[1], Correlation.PEARSON);
      covered += interval.contains(truth) ? 1 : 0;
    }
    assertTrue(covered >= FEWEST, "covered " + covered + " of " + SIMULATIONS);
  }

  private double[][][] products(int tasks) {
    double[][] u = new double[tasks][2];
    double[][][] both = new double[2][tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      u[i][0] = stream.nextGaussian();
      u[i][1] = stream.nextGaussian();
      for (int j = 0; j < i; j++) {
        for (double[][] m : both) {
          m[i][j] = u[i][0] * u[j][0] + u[i][1] * u[j][1] + stream.nextGaussian();
          m[j][i] = m[i][j];
        }
      }
    }
    return both;
  }

  @Test
  void overSeedsAFewAreEnoughForAnHonestInterval() {
    PlantedLabels planted = new PlantedLabels(10, stream);
    double[][] e = planted.draw(ROWS, stream).correlation();
    double truth = 0;
    for (int s = 0; s < 2_000; s++) {
      truth += Intervals.z(planted.affinity(1, stream), e, Correlation.PEARSON) / 2_000;
    }
    int covered = 0;
    for (int s = 0; s < SIMULATIONS; s++) {
      double[][][] g = new double[3][][];
      for (int seed = 0; seed < 3; seed++) {
        g[seed] = planted.affinity(1, stream);
      }
      Interval interval = Intervals.overSeeds(g, e, Correlation.PEARSON);
      covered += interval.contains(Math.tanh(truth)) ? 1 : 0;
    }
    assertTrue(covered >= FEWEST, "covered " + covered + " of " + SIMULATIONS);
  }

  @Test
  void bothSourcesOfChanceWidenTheInterval() {
    PlantedLabels planted = new PlantedLabels(10, stream);
    MoleculeBootstrap molecules = planted.draw(ROWS, stream).bootstrap(300, 1);
    double[][][] g = new double[40][][];
    for (int seed = 0; seed < g.length; seed++) {
      g[seed] = planted.affinity(1, stream);
    }
    double seeds = width(Intervals.overSeeds(g, molecules.observed(), Correlation.SPEARMAN));
    double both = width(Intervals.overSeedsAndMolecules(g, molecules, Correlation.SPEARMAN));
    assertTrue(both > seeds, both + " > " + seeds);
    CaptureBootstrap captures = CaptureBootstrap.of(g);
    double held = width(Intervals.overMolecules(captures.mean(), molecules, Correlation.PEARSON));
    double drawn = width(Intervals.overMoleculesAndSteps(captures, molecules, Correlation.PEARSON));
    assertTrue(drawn > held, drawn + " > " + held);
  }

  private static double width(Interval interval) {
    return Fisher.z(interval.high()) - Fisher.z(interval.low());
  }

  @Test
  void anIntervalTellsHowItWasMade() {
    PlantedLabels planted = new PlantedLabels(6, stream);
    double[][] g = planted.affinity(1, stream);
    MoleculeBootstrap molecules = planted.draw(ROWS, stream).bootstrap(50, 1);
    Interval interval = Intervals.overMolecules(g, molecules, Correlation.PEARSON);
    assertEquals("molecules resampled, G fixed; normal on Fisher's z", interval.method());
    assertEquals(50, interval.replicates());
    assertEquals(ROWS, interval.units());
    assertEquals(interval, Intervals.overMolecules(g, molecules, Correlation.PEARSON));
  }

  @Test
  void oneSeedHasNoSpread() {
    double[][][] g = new double[1][5][5];
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Intervals.overSeeds(g, new double[5][5], Correlation.PEARSON))
            .getMessage();
    assertTrue(message.endsWith("Run the experiment under more seeds."), message);
  }

  /** The size of SIDER; measured well below a second. */
  @Test
  @Tag("slow")
  void aThousandReplicatesTakeAboutASecond() {
    PlantedLabels planted = new PlantedLabels(27, stream);
    double[][] g = planted.affinity(1, stream);
    MoleculeBootstrap molecules = planted.draw(1_427, stream).bootstrap(1_000, 1);
    long start = System.nanoTime();
    Interval interval = Intervals.overMolecules(g, molecules, Correlation.PEARSON);
    double seconds = (System.nanoTime() - start) * 1e-9;
    assertEquals(1_000, interval.replicates());
    assertTrue(seconds < 5, "took " + seconds + " s");
  }

  /** Against the jackknife written out for three seeds whose matrices are equal up to one entry. */
  @Test
  void theSeedIntervalOfTheMeanIsTheJackknife() {
    double[][] e = {{1, .1, .5, .3}, {.1, 1, .2, .7}, {.5, .2, 1, .4}, {.3, .7, .4, 1}};
    double[][][] g = new double[3][4][4];
    for (int s = 0; s < 3; s++) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          g[s][i][j] = i == j ? 1 : e[i][j] + .1 * Math.sin(1 + s + i + j);
        }
      }
    }
    double[] z = new double[3];
    for (int left = 0; left < 3; left++) {
      double[][] mean = new double[4][4];
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          mean[i][j] = (g[(left + 1) % 3][i][j] + g[(left + 2) % 3][i][j]) / 2;
        }
      }
      z[left] = Intervals.z(mean, e, Correlation.PEARSON);
    }
    double centre = (z[0] + z[1] + z[2]) / 3;
    double squares = 0;
    for (double one : z) {
      squares += (one - centre) * (one - centre);
    }
    double error = Math.sqrt(2.0 / 3 * squares);
    Interval interval =
        Intervals.overSeedsOfMean(g, new double[][][] {e, e, e}, Correlation.PEARSON);
    double t = 4.302652729911275; // scipy.stats.t.ppf(0.975, 2)
    double half = (atanh(interval.high()) - atanh(interval.low())) / 2;
    assertEquals(t * error, half, 1e-9);
    assertEquals(3, interval.units());
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }
}
