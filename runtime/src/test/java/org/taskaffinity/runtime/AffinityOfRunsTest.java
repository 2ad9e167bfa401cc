package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.conflictRate;
import static org.taskaffinity.dsl.Mtl.cosine;
import static org.taskaffinity.dsl.Mtl.cosineOfMeanProducts;
import static org.taskaffinity.dsl.Mtl.firstOrderLookahead;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.task2vec;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.CapturedPair;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Fisher;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.testing.Golden;

/** Measures of affinity of whole runs: two seeds of 24 steps, captured from step 12 on. */
class AffinityOfRunsTest {
  @TempDir static Path out;

  private static Runner runner;
  private static Results results;
  private static Result result;

  @BeforeAll
  static void run() {
    runner = Small.runner(out);
    results = runner.run(Small.experimentNamed("measured").seeds(1, 2));
    result = results.each().get(0);
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  @Test
  void theCosineIsTheResultsOwn() {
    MeasuredAffinity found = runner.affinity(result, cosine());
    assertEquals(result.affinity(), found.values());
    assertEquals(result.precision(), found.precision());
    assertEquals(List.of(1L), found.seeds());
    assertEquals("mean cosine", found.name());
    assertFalse(found.directed());
    assertEquals(result.conflictRate(), runner.affinity(result, conflictRate()).values());
  }

  @Test
  void theMeanOverSeedsIsThatOfG() {
    Pooled pooled = results.pooled().get(0);
    MeasuredAffinity found = runner.affinity(results.each(), cosine());
    assertEquals(pooled.affinity(), found.values());
    assertEquals(pooled.precision(), found.precision());
    assertEquals(List.of(1L, 2L), found.seeds());
    assertEquals(pooled.conflictRate(), runner.affinity(results.each(), conflictRate()).values());
    assertEquals("seeds", runner.affinity(results.each(), task2vec()).precision().over());
    Precision ofLabels = runner.affinity(results.each(), labelCorrelation(Rows.KEPT)).precision();
    assertFalse(ofLabels.known());
  }

  @Test
  void labelCorrelationIsOfTheRowsThatAreAskedFor() {
    assertEquals(
        result.labelCorrelation(),
        runner.affinity(result, result.experiment().labelCorrelation()).values());
    Experiment heldOut =
        result.experiment().labelCorrelation(labelCorrelation(Rows.HELD_OUT).minimumShared(3));
    TaskMatrix found = runner.affinity(result, heldOut.labelCorrelation()).values();
    assertEquals(runner.labelCorrelation(heldOut), found);
    assertNotEquals(result.labelCorrelation(), found);
  }

  @Test
  void task2VecIsTheCosineOfTheEmbeddings() {
    assertEquals(runner.task2vec(result).diagonal(), runner.affinity(result, task2vec()).values());
    assertEquals(
        runner.task2vec(result).full(),
        runner.affinity(result, task2vec().fisher(Fisher.FULL)).values());
  }

  /** 6 steps per epoch, every second captured. */
  @Test
  void epochsAreThoseOfTheCapturedSteps() {
    Captured captured = runner.captured(result);
    TaskMatrix fourth = captured.between(18, 24).measure(CapturedPair::mean);
    TaskMatrix found = runner.affinity(result, cosine().epochs(4, 4)).values();
    assertEquals(3, captured.between(18, 24).size());
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(fourth.at(i, j), found.at(i, j), 1e-15);
      }
    }
    assertNotEquals(result.affinity(), found);
    assertEquals(result.affinity(), runner.affinity(result, cosine().epochs(3, 4)).values());
  }

  @Test
  void aDirectedMeasureIsNeitherGroupedNorRelated() {
    MeasuredAffinity found = runner.affinity(result, firstOrderLookahead());
    assertFalse(found.values().symmetric());
    assertFalse(found.precision().known());
    TaskMatrix mean = found.values().symmetrised();
    assertEquals(15, runner.relate(mean, result.affinity()).pairs());
    assertEquals(6, runner.group(mean, averageLinkage()).order().size());
    assertFalse(runner.affinity(results.each(), firstOrderLookahead()).precision().known());
    assertTrue(
        refused(() -> runner.group(found.values(), averageLinkage()))
            .startsWith("Groups read each pair of tasks once, and this matrix is directed: "));
    assertTrue(
        refused(() -> runner.relate(result.affinity(), found.values()))
            .endsWith("back.\n  write: its symmetrised(), the mean of both directions"));
  }

  @Test
  void whatAMeasureCostsIsKnownBefore() {
    Experiment experiment = result.experiment();
    for (Measure measure : List.of(cosineOfMeanProducts(), labelCorrelation(Rows.ALL))) {
      assertEquals(MeasureCost.NOTHING, runner.cost(experiment, measure));
    }
    int training = runner.plan(experiment).rows().training();
    assertEquals(new MeasureCost(0, training, 6), runner.cost(experiment, task2vec()));
  }

  @Test
  void refusalsStay() {
    Result other = runner.run(Small.experimentNamed("another").seed(2));
    Golden.check(
        "measures-refused.txt",
        String.join(
                "\n\n",
                refused(() -> runner.affinity(result, cosine().epochs(1, 3))),
                refused(() -> runner.affinity(result, conflictRate().epochs(4, 5))),
                refused(() -> runner.affinity(List.of(), cosine())),
                refused(() -> runner.affinity(List.of(result, result), cosine())),
                refused(() -> runner.affinity(List.of(result, other), cosine())))
            .replace(result.record().id().substring(0, 12), "RUN"));
  }

  private static String refused(org.junit.jupiter.api.function.Executable asked) {
    return assertThrows(PlanException.class, asked).getMessage();
  }
}
