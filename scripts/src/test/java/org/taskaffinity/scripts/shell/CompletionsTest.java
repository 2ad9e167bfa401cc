package org.taskaffinity.scripts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;

class CompletionsTest {
  private final ShellEngine engine = ShellEngine.open(new FakeRunner(Settings.settings()));
  private final Completions completions = new Completions(engine);
  private final Inspection inspection = new Inspection(engine);
  @TempDir Path folder;

  @BeforeEach
  void open() {
    eval("var look = experiment(\"look\", planted());");
    eval("var result = runner.run(experiment(\"e\", dataset(\"tox21\")));");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void eval(String text) {
    assertEquals(Optional.empty(), engine.eval("test", text, v -> {}));
  }

  /** The candidates where the bar stands. */
  private List<String> offered(String text) {
    return completed(text).candidates().stream().map(Candidate::text).toList();
  }

  private Completed completed(String text) {
    int cursor = text.indexOf('|');
    return completions.at(text.replace("|", ""), cursor);
  }

  @Test
  void verbsComeBeforeOtherPeoplesWords() {
    Completed typed = completed("exp|");
    Candidate first = typed.candidates().get(0);
    assertEquals(0, typed.from());
    assertEquals("experiment(", first.text());
    assertEquals(Candidate.Kind.VERB, first.kind());
    assertEquals(
        "Experiment Mtl.experiment(String name, Dataset data)", first.described().signature());
    assertEquals(
        "An experiment that can be run as it stands; Experiment lists its defaults.",
        first.described().summary());
  }

  @Test
  void anEmptyLineOffersTheLanguageAndTheSession() {
    List<String> offered = offered("|");
    assertEquals(List.of("look", "result", "runner"), offered.subList(0, 3));
    assertTrue(offered.contains("gcn("));
    assertFalse(offered.contains("String"));
  }

  @Test
  void membersCarryTheirJavadoc() {
    Completed typed = completed("look.ov|");
    assertEquals(5, typed.from());
    assertEquals(List.of("over(", "overlap("), offered("look.ov|").stream().sorted().toList());
    assertTrue(offered("result.rel|").contains("relation()"));
    assertEquals(
        "How G and E go together.",
        completed("result.rel|").candidates().get(0).described().summary());
    assertFalse(offered("result.|").contains("wait("));
  }

  @Test
  void whatFitsComesFirst() {
    assertEquals("planted(", offered("experiment(\"e\", pl|").get(0));
    assertTrue(completed("look.overlap(|").candidates().get(0).fits());
  }

  @Test
  void namesOfDataSets() {
    assertEquals(List.of("sider", "tox21", "toxcast"), offered("dataset(\"|"));
    assertEquals(List.of("tox21", "toxcast"), offered("var d = dataset(\"to|\")"));
    Completed typed = completed("experiment(\"x\", dataset(\"to|");
    assertEquals("experiment(\"x\", dataset(\"".length(), typed.from());
  }

  @Test
  void namesOfTasks() {
    assertEquals(List.of("T1", "T2", "T3"), offered("result.affinity().at(\"T1\", \"|"));
    assertEquals(List.of("T3"), offered("result.affinity().at(\"T3|"));
    assertEquals(12, offered("dataset(\"tox21\").tasks(\"|").size());
    assertEquals(6, offered("look.data().tasks(\"|").size());
    assertEquals(List.of(), offered("experiment(\"T|"));
  }

  @Test
  void columnsOfAFile() throws IOException {
    Path csv = folder.resolve("mine.csv");
    Files.writeString(csv, "SMILES,log P,\"a, b\"\nC,1,2\n");
    String start = "dataset(\"mine\", \"" + csv + "\"";
    assertEquals(List.of("SMILES", "log P", "a, b"), offered(start + ", regression(\"|"));
    assertEquals(List.of("SMILES"), offered(start + ").smiles(\"S|"));
    assertEquals(List.of(csv.toString()), offered("dataset(\"mine\", \"" + folder + "/m|"));
    assertEquals(List.of(csv.toString()), offered("Path.of(\"" + folder + "/|"));
  }

  @Test
  void aCellSeesWhatItHasJustDeclared() {
    assertTrue(offered("var mine = planted();\nmine.samp|").contains("sample("));
    assertTrue(offered("var mine = planted()\nmine.samp|").contains("sample("));
    assertTrue(offered("int a = 1; look.enc|").contains("encoder("));
  }

  @Test
  void withinACommentOrANumberNothingBreaks() {
    for (String text : List.of("// dataset(\"|", "3.|", "\"|", "'|", ")|", "look..|", "/* |")) {
      offered(text);
    }
  }

  @Test
  void inspectionKnowsTheWholeText() {
    Described verb = inspection.at("look.overlap(keepLabels(0.5))", 15).get(0);
    assertEquals("Overlap Mtl.keepLabels(double fraction)", verb.signature());
    assertTrue(verb.text().contains("This is not the overlap"), verb.text());
    assertEquals("Mtl.keepLabels", inspection.at("look.overlap(keepLabels(", 24).get(0).name());
    assertEquals(2, inspection.named("planted").size());
    assertEquals("Experiment look", inspection.at("look", 2).get(0).signature());
    assertTrue(inspection.named("Relation").get(0).text().contains("the linear association r"));
    assertEquals(List.of(), inspection.named("nonsense"));
  }
}
