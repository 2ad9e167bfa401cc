package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Difference;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;
import org.taskaffinity.testing.Golden;

class ValueTextTest {
  private final FakeRunner runner = new FakeRunner(Settings.settings());

  @Test
  void everyValueOfTheLanguage() {
    Result result = runner.run(experiment("look", planted()));
    Results results =
        runner.run(experiment("sweep", planted()).over(natural(), keepLabels(0.5)).seeds(1, 2));
    Stream<Object> values =
        Stream.of(
            result,
            results,
            results.pooled().get(0),
            result.affinity(),
            result.shared(),
            runner.group(result.affinity(), averageLinkage()),
            runner.audit(planted()),
            runner.plan(experiment("look", planted())),
            Figures.affinityMap(result),
            Figures.relationScatter(result),
            Figures.lossCurve(result),
            Figures.bars("bars", "r", Figures.bar("one", 0.5, 0.4, 0.6)),
            new int[][] {{1, 2}, {3}},
            "text");
    List<Look> looks = List.of(Look.plain(40), Look.plain(100), new Look(80, Colours.INDEXED));
    String text =
        values
            .flatMap(value -> looks.stream().map(look -> ValueText.of(value, look)))
            .collect(Collectors.joining("\n────\n"));
    Golden.check("value-text.txt", text.replace("\u001B", "␛"));
  }

  @Test
  void recordsAreATableThatFits() {
    List<Difference> list =
        List.of(
            new Difference("seed", "1", "2"),
            new Difference("overlap", "natural()", "x".repeat(200)));
    String wide = ValueText.of(list, new Look(100, Colours.NONE));
    assertEquals(
        "part     one        other\nseed     1          2\noverlap  natural()  "
            + "x".repeat(39)
            + "…",
        wide);
    String narrow = ValueText.of(list, new Look(40, Colours.NONE));
    assertTrue(narrow.lines().allMatch(line -> line.length() <= 40), narrow);
    assertEquals("[1, 2]", ValueText.of(List.of(1, 2), new Look(40, Colours.NONE)));
    assertEquals("[]", ValueText.of(List.of(), new Look(40, Colours.NONE)));
  }
}
