package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A value stays as it was said, whatever becomes of what it was made from. */
class ImmutabilityTest {
  @Test
  void listsGivenToDescriptionsAreCopied() {
    List<Integer> widths = new ArrayList<>(List.of(8, 4));
    Encoder.Mlp mlp = new Encoder.Mlp(widths, Norm.NONE, 0, 0);
    List<List<Part>> axes = new ArrayList<>(List.of(new ArrayList<>(List.of(natural()))));
    Sweep sweep = new Sweep(experiment("e", planted()), axes);
    axes.get(0).clear();
    axes.clear();
    widths.clear();
    assertEquals(List.of(8, 4), mlp.widths());
    assertEquals(List.of(List.of(natural())), sweep.axes());
    assertThrows(UnsupportedOperationException.class, () -> mlp.widths().clear());
    assertThrows(UnsupportedOperationException.class, () -> sweep.axes().get(0).clear());
  }

  @Test
  void arraysGivenToDescriptionsAreCopied() {
    double[][] cosines = {{1, 0.5}, {0.5, 1}};
    Source.Planted planted = design().cosines(cosines);
    double[] x = {1, 2};
    Figure.Line line = Figures.line("l", x, x);
    cosines[0][1] = 0.9;
    x[0] = 9;
    assertEquals(0.5, planted.cosines().get(0).get(1));
    assertEquals(List.of(1.0, 2.0), line.x());
  }

  @Test
  void listsGivenToResultsAreCopied() {
    List<String> group = new ArrayList<>(List.of("A", "B"));
    List<List<String>> groups = new ArrayList<>(List.of(group));
    TaskGroups made =
        new TaskGroups(averageLinkage(), groups, List.of(), group, List.of(), Double.NaN, 0);
    List<Double> losses = new ArrayList<>(List.of(1.0));
    Epoch epoch = new Epoch(1, 0.1, losses, losses, losses);
    group.clear();
    groups.clear();
    losses.clear();
    assertEquals(List.of(List.of("A", "B")), made.groups());
    assertEquals(List.of("A", "B"), made.order());
    assertEquals(List.of(1.0), epoch.metric());
  }

  @Test
  void seedsGivenToAMeasuredAffinityAreCopied() {
    List<Long> seeds = new ArrayList<>(List.of(1L, 2L));
    TaskMatrix values = new TaskMatrix(List.of("A"), new double[][] {{1}});
    MeasuredAffinity found =
        new MeasuredAffinity(Mtl.cosine(), seeds, values, Precision.unknown(List.of("A")));
    seeds.clear();
    assertEquals(List.of(1L, 2L), found.seeds());
    assertThrows(UnsupportedOperationException.class, () -> found.seeds().clear());
  }

  @Test
  void mapsOfARecordAreCopiedAndKeepTheirOrder() {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 20; i > 0; i--) {
      given.put("library " + i, "1." + i);
    }
    List<String> order = List.copyOf(given.keySet());
    RunRecord record =
        new RunRecord(
            "id",
            "",
            given,
            given,
            "cpu",
            1,
            "",
            0,
            0,
            0,
            0,
            new RunRecord.Parameters(0, 0),
            List.of());
    given.clear();
    assertEquals(order, List.copyOf(record.versions().keySet()));
    assertEquals(order, List.copyOf(record.data().keySet()));
    assertThrows(UnsupportedOperationException.class, () -> record.versions().clear());
  }
}
