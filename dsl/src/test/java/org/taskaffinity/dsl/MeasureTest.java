package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.conflictRate;
import static org.taskaffinity.dsl.Mtl.cosine;
import static org.taskaffinity.dsl.Mtl.cosineOfMeanProducts;
import static org.taskaffinity.dsl.Mtl.firstOrderLookahead;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.samplingShare;
import static org.taskaffinity.dsl.Mtl.signalAffinity;
import static org.taskaffinity.dsl.Mtl.signalShare;
import static org.taskaffinity.dsl.Mtl.task2vec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class MeasureTest {
  private static final List<String> TASKS = List.of("A", "B");

  private static Stream<Measure> all() {
    return Stream.of(
        cosine(),
        cosineOfMeanProducts(),
        conflictRate().epochs(1, 5),
        firstOrderLookahead(),
        signalAffinity(),
        signalShare(),
        samplingShare(),
        labelCorrelation(Rows.HELD_OUT),
        task2vec(),
        task2vec().fisher(Fisher.FULL),
        task2vec().fisher(Fisher.PROBES));
  }

  private static MeasuredAffinity measured(Measure measure, double forth, double back) {
    TaskMatrix values = new TaskMatrix(TASKS, new double[][] {{1, forth}, {back, 1}});
    return new MeasuredAffinity(measure, List.of(1L, 2L), values, Precision.unknown(TASKS));
  }

  @Test
  void namesNeedsAndCostsStay() {
    String measures =
        all()
            .map(
                m ->
                    m
                        + ": "
                        + m.name()
                        + (m.directed() ? ", directed" : "")
                        + ", from "
                        + m.needs().name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining("\n"));
    Golden.check(
        "measures.txt",
        String.join(
            "\n\n",
            measures,
            MeasureCost.NOTHING.toString(),
            new MeasureCost(12_000, 480, 12).toString(),
            measured(firstOrderLookahead(), 0.5, 0.25).toString(),
            refused(() -> cosine().epochs(3, 2)),
            refused(() -> cosine().epochs(0, 0)),
            refused(() -> conflictRate().epochs(1, 0)),
            refused(() -> measured(conflictRate(), 0.5, 0.25)),
            refused(() -> Measure.read("conflicts()")),
            refused(() -> Measure.read("gcn(64)"))));
  }

  @Test
  void theStatementReaderReadsThem() {
    all().forEach(m -> assertEquals(m, Measure.read(m.toString())));
  }

  /** Two tasks of opposite signs conflict at every step, and are as unlike as can be. */
  @Test
  void similaritiesAreLargerWhereTasksAreMoreAlike() {
    assertEquals(0.25, measured(conflictRate(), 0.75, 0.75).similarities().at("A", "B"));
    assertEquals(0.75, measured(cosine(), 0.75, 0.75).similarities().at("A", "B"));
    assertTrue(
        Double.isNaN(measured(conflictRate(), Double.NaN, Double.NaN).similarities().at("A", "B")));
  }

  @Test
  void theDirectionIsFromTheRowToTheColumn() {
    MeasuredAffinity found = measured(firstOrderLookahead(), 0.5, 0.25);
    assertTrue(found.directed());
    assertEquals(0.5, found.at("A", "B"));
    assertEquals(0.25, found.at("B", "A"));
    assertFalse(found.values().symmetric());
    assertEquals(0.375, found.values().symmetrised().at("B", "A"));
    assertTrue(found.values().symmetrised().symmetric());
  }

  private static String refused(org.junit.jupiter.api.function.Executable asked) {
    return assertThrows(DescriptionException.class, asked).getMessage();
  }
}
