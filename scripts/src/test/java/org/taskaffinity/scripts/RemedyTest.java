package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taskaffinity.dsl.Mtl.*;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Rows;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What a message advises can be written as it stands, and means the same in every front. */
class RemedyTest {
  static Stream<Remedy> ofData() {
    return Stream.of(
        Remedy.smiles("Canonical SMILES"),
        Remedy.smiles("smiles"),
        Remedy.smiles("it's $5 \"a\""),
        Remedy.sheet("Plate 2"),
        Remedy.tasks("NR-AR"),
        Remedy.tasks("NR-AR (active)", "pKa, basic", "6\""),
        Remedy.task(regression("log S, 25 °C")),
        Remedy.task(classification("hERG")),
        Remedy.minimumLabels(5),
        Remedy.sample(500),
        Remedy.duplicates(Duplicates.MERGE));
  }

  static Stream<Remedy> ofExperiments() {
    return Stream.of(
        Remedy.split(randomSplit(0.8, 0.1, 0.1)),
        Remedy.split(scaffoldSplit(0.7, 0.2, 0.1)),
        Remedy.split(columnSplit("my set")),
        Remedy.split(noSplit()),
        Remedy.overlap(natural()),
        Remedy.overlap(targetJaccard(0.3)),
        Remedy.encoder("ecfpMlp(512, 256)"),
        Remedy.encoder("gcn(64)"),
        Remedy.rows(Rows.HELD_OUT),
        Remedy.part("head", "head(64)"));
  }

  @ParameterizedTest
  @MethodSource("ofData")
  void aChoiceOfDataMeansTheSameInTheShellAndInAScript(Remedy remedy) {
    assertEquals(
        script("dataset(\"mine\", \"mine.csv\")" + filledIn(remedy.script()), ""),
        shell(filledIn(remedy.shell())));
  }

  @ParameterizedTest
  @MethodSource("ofExperiments")
  void aPartMeansTheSameInTheShellAndInAScript(Remedy remedy) {
    assertEquals(script("dataset(\"mine\", \"mine.csv\")", remedy.script()), shell(remedy.shell()));
  }

  @Test
  void theFrontInForceDecidesUntilItIsClosed() {
    Remedy remedy = Remedy.smiles("Canonical SMILES");
    assertEquals(".smiles(\"Canonical SMILES\")", remedy.toString());
    try (Front.Using shell = Front.SHELL.use()) {
      assertEquals("--smiles \"Canonical SMILES\"", remedy.toString());
    }
    assertEquals(Front.SCRIPT, Front.inForce());
  }

  /** The ellipsis is where the others go. */
  private static String filledIn(String remedy) {
    return remedy.replace(", …)", ")").replaceFirst(",…('?\"?)$", "$1");
  }

  private static Experiment script(String dataset, String parts) {
    return Experiment.read("experiment(\"mine\", " + dataset + ")" + parts);
  }

  private static Experiment shell(String options) {
    Options parsed = new Options();
    new CommandLine(parsed).parseArgs(words(options).toArray(String[]::new));
    return parsed.said.experiment("mine.csv");
  }

  /** As a POSIX shell parts a line, apart from expansions, of which a remedy has none. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?:[^\\s'\"\\\\]|\\\\.|'[^']*'|\"[^\"]*\")+").matcher(line);
    while (word.find()) {
      Matcher part =
          Pattern.compile("'([^']*)'|\"([^\"$`]*)\"|\\\\(.)|([^'\"\\\\]+)").matcher(word.group());
      StringBuilder out = new StringBuilder();
      while (part.find()) {
        for (int g = 1; g <= 4; g++) {
          out.append(part.group(g) == null ? "" : part.group(g));
        }
      }
      words.add(out.toString());
    }
    return words;
  }

  private static final class Options {
    @Mixin ExperimentOptions said = new ExperimentOptions();
  }
}
