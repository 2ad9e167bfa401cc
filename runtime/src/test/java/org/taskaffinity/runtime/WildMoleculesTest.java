package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.columnSplit;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.ecfpMlp;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.noSplit;
import static org.taskaffinity.dsl.Mtl.randomSplit;
import static org.taskaffinity.dsl.Mtl.regression;
import static org.taskaffinity.dsl.Mtl.scaffoldDisjoint;
import static org.taskaffinity.dsl.Mtl.scaffoldSplit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.testing.Golden;

/**
 * Molecules, splits and labels as files from elsewhere have them: noted or refused, never fatal.
 */
class WildMoleculesTest {
  private static final String[] ACYCLIC = {"CO", "CN", "CCl", "CCO", "CCN", "CCCl", "CS", "CCS"};

  /**
   * So many rings at once that its canonical SMILES and its scaffold's have no numbers for them.
   */
  private static final String MANY_RINGS = "c1ccc(-".repeat(200) + "c1ccccc1" + ")cc1".repeat(200);

  /** Its canonical SMILES can be written, its scaffold's cannot. */
  private static final String NO_SCAFFOLD = "C1CCC(".repeat(110) + "C" + ")CC1".repeat(110) + "O";

  @TempDir Path folder;

  @Test
  void aMoleculeWithoutAScaffoldIsLeftOutWhereScaffoldsAreNeeded() {
    String text = "smiles,A,B\n" + NO_SCAFFOLD + ",1,0\n" + ringed(30);
    Plan plan = plan(asked(text).split(scaffoldSplit(0.8, 0.1, 0.1)));
    assertEquals(30, rows(plan));
    String note = note(plan, "left out");
    assertTrue(note.startsWith("1 of 31 molecules left out, whose scaffold cannot be"), note);
    assertTrue(note.contains("line 2 \"C1CCC(C1CCC(") && note.length() < 300, note);
    assertEquals(31, rows(plan(asked(text).split(randomSplit(0.8, 0.1, 0.1)))));
  }

  @Test
  void aMoleculeWithoutACanonicalSmilesIsLeftOutEverywhere() {
    String text = "smiles,A,B\n" + ringed(30) + MANY_RINGS + ",1,1\n";
    for (Experiment each :
        List.of(
            asked(text),
            asked(text).split(noSplit()),
            asked(text).overlap(scaffoldDisjoint(0.3)),
            asked(text).split(randomSplit(0.8, 0.1, 0.1)).encoder(ecfpMlp(16)))) {
      Plan plan = plan(each);
      assertTrue(note(plan, "left out").contains("whose canonical SMILES cannot"), each::toString);
      assertTrue(note(plan, "left out").contains("line 32 \"c1ccc"), plan.notes()::toString);
    }
    try (Runner runner = runner(new ArrayList<>())) {
      assertEquals(30, runner.audit(data(text)).get(0).molecules());
    }
  }

  @Test
  void emptyPartsOfASplitAreSaidWithTheirCause() {
    Plan acyclic = plan(asked(acyclic(40)));
    assertEquals(
        "scaffoldSplit(0.8, 0.1, 0.1): 40 of 40 molecules share one scaffold (they have no ring);"
            + " no rows to validate or test",
        note(acyclic, "no rows"));
    Plan benzenes = plan(asked(acyclic(40).replace("\nC", "\nc1ccccc1C")));
    assertEquals(
        "scaffoldSplit(0.8, 0.1, 0.1): 40 of 40 molecules share one scaffold; no rows to validate"
            + " or test",
        note(benzenes, "no rows"));
    Plan few = plan(asked(acyclic(4)).split(randomSplit(0.9, 0.05, 0.05)));
    assertEquals(
        "randomSplit(0.9, 0.05, 0.05): 4 rows, rounded; no rows to validate or test",
        note(few, "no rows"));
    assertEquals(List.of(), notes(plan(asked(acyclic(40)).split(noSplit())), "no rows"));
    Plan unasked = plan(asked(acyclic(40)).split(randomSplit(0.8, 0.2, 0)));
    assertEquals(List.of(), notes(unasked, "no rows"));
  }

  @Test
  void whatNeedsHeldOutRowsIsRefusedWithTheCause() {
    Experiment heldOut = asked(acyclic(40)).labelCorrelation(labelCorrelation(Rows.HELD_OUT));
    StringBuilder said = new StringBuilder();
    for (Experiment each :
        List.of(
            heldOut,
            heldOut.split(noSplit()),
            asked(acyclic(40)).training(adamW(0.01).stopEarly(Metric.LOSS, 3)))) {
      said.append(refused(each)).append("\n\n");
      try (Front.Using shell = Front.SHELL.use()) {
        said.append(refused(each)).append("\n\n");
      }
    }
    Golden.check("no-held-out-rows.txt", said.toString());
    assertTrue(rows(plan(heldOut.split(randomSplit(0.8, 0.1, 0.1)))) == 40);
  }

  @Test
  void tasksThatAPartCannotJudgeAreNamed() {
    StringBuilder text = new StringBuilder("smiles,A,B,C,set\n");
    for (int i = 0; i < 40; i++) {
      String set = i < 30 ? "train" : i < 35 ? "valid" : "test";
      text.append("C".repeat(i + 1)).append(",").append(i < 30 ? i % 2 : 1);
      text.append(",").append(i < 35 ? "" + i % 2 : "").append(",").append(i * .5);
      text.append(",").append(set).append("\n");
    }
    Plan plan = plan(asked(text.toString()).split(columnSplit("set")));
    assertEquals(
        List.of(
            "1 task cannot be judged on the 5 validation rows: \"A\" (5 labels, 5 positive)",
            "2 tasks cannot be judged on the 5 test rows: \"A\" (5 labels, 5 positive), \"B\" (no"
                + " labels)"),
        notes(plan, "cannot be judged"));
  }

  @Test
  void contradictionsBetweenCopiesAreCounted() {
    String text = "smiles,A,B\n" + acyclicRows(8) + "OC,1,0\nC(O),1,1\nNC,1,\nCl[CH3],,1\n";
    // CO 0,0; CN 1,0; CCl 0,1: of four copies two contradict in A, one of those in B too.
    Plan plan = plan(asked(text).split(randomSplit(0.5, 0.25, 0.25)));
    String note = note(plan, "a row above holds too");
    assertEquals(
        "4 rows hold a molecule that a row above holds too (kept, so that a random split may put"
            + " copies into different parts); 2 of them with another label than above: A (2), B"
            + " (1)",
        note);
    String copies = note(plan, "more than one part");
    assertTrue(copies.matches("[123] molecules? ha.*write \\.duplicates\\(Dupl.*MERGE\\)"), copies);
    Experiment merged = asked(text, Duplicates.MERGE).split(randomSplit(0.5, 0.25, 0.25));
    assertEquals(List.of(), notes(plan(merged), "more than one part"));
    assertTrue(note(plan(merged), "(merged into the first)").contains("; 2 of them with another"));
    assertEquals(List.of(), notes(plan(asked(text).split(noSplit())), "more than one part"));
  }

  @Test
  void aConstantRegressionIsNoTask() {
    StringBuilder text = new StringBuilder("smiles,A,B,one\n");
    for (int i = 0; i < 20; i++) {
      text.append("C".repeat(i + 1)).append(",").append(i % 2).append(",").append(i * .1);
      text.append(",").append(i == 3 ? "" : "0.0909").append("\n");
    }
    Plan plan = plan(asked(text.toString()));
    assertEquals(2, plan.tasks().size());
    assertEquals(
        "column \"one\" is no task: it has one value only, all 19 labels are 0.0909",
        note(plan, "\"one\""));
    Dataset named = data(text.toString()).tasks(regression("B"), regression("one"));
    assertEquals(
        "Task \"one\" of dataset \"wild\" has one value only, all 19 labels are 0.0909.\n"
            + "  nothing can be learnt from that: leave the task out",
        refused(experiment("wild", named)));
  }

  /** The file is wrong for every seed, and no seed is tried. */
  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMistakeOfDataShowsOnceAndBeforeTheSweep() {
    List<String> said = new ArrayList<>();
    Experiment wrong = experiment("wild", data("a,b\n1,2\n"));
    try (Runner runner = runner(said)) {
      PlanException once =
          assertThrows(PlanException.class, () -> runner.run(wrong.seeds(1, 2, 3)));
      assertTrue(once.getMessage().contains("smiles"), once.getMessage());
    }
    assertEquals(List.of(), said);
  }

  @Test
  void whatFitsIsRunBesideWhatDoesNot() {
    List<String> said = new ArrayList<>();
    Experiment right =
        asked("smiles,A,B\n" + ringed(30))
            .training(adamW(0.01).epochs(1).batchSize(8))
            .encoder(gcn(4))
            .capture(captureEvery(1));
    Dataset wrong = dataset("wrong", write("a,b\n1,2\n").toString());
    List<Experiment> all = new ArrayList<>(right.seeds(1, 2).experiments());
    all.addAll(right.data(wrong).seeds(1, 2).experiments());
    try (Runner runner = runner(said)) {
      Results results = runner.run("both", all);
      assertEquals(2, results.each().size());
      assertEquals(2, results.failed().size());
      assertEquals(
          "column,role,why\nsmiles,molecules,\"SMILES, by name\"\n"
              + "A,task,classification\nB,task,classification\n",
          read(results.each().get(0).folder().resolve("columns.csv")));
      Set<String> each = new LinkedHashSet<>();
      results.stream().forEach(result -> each.addAll(result.record().notes()));
      assertEquals(
          List.copyOf(each),
          results.notes().stream().map(n -> n.replace(" (1 of 2 runs)", "")).toList());
    }
    assertEquals(1, said.stream().filter(line -> line.contains("is called smiles")).count());
    assertTrue(said.get(0).startsWith("2 of 4 experiments cannot be run, and the others go on: "));
  }

  private Runner runner(List<String> said) {
    return Runner.open(
        Settings.settings()
            .out(folder.resolve("out"))
            .threads(1)
            .progress(
                new Progress() {
                  @Override
                  public void say(String line) {
                    said.add(line);
                  }
                }));
  }

  private Experiment asked(String text) {
    return asked(text, Duplicates.KEEP);
  }

  private Experiment asked(String text, Duplicates duplicates) {
    return experiment("wild", data(text).duplicates(duplicates)).encoder(gcn(8));
  }

  private Dataset data(String text) {
    return dataset("wild", write(text).toString());
  }

  private Path write(String text) {
    try {
      Path file = folder.resolve(Integer.toHexString(text.hashCode()) + ".csv");
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String acyclic(int rows) {
    return "smiles,A,B\n" + acyclicRows(rows);
  }

  private static String acyclicRows(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      String chain = i < ACYCLIC.length ? ACYCLIC[i] : "C".repeat(i) + "O";
      text.append(chain).append(",").append(i & 1).append(",").append(i >> 1 & 1).append("\n");
    }
    return text.toString();
  }

  /** Molecules on rings of their own size. */
  private static String ringed(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append("C1").append("C".repeat(i + 3)).append("1N,").append(i & 1).append(",");
      text.append(i >> 1 & 1).append("\n");
    }
    return text.toString();
  }

  private static int rows(Plan plan) {
    return plan.rows().training() + plan.rows().validation() + plan.rows().test();
  }

  private static String note(Plan plan, String with) {
    List<String> found = notes(plan, with);
    assertEquals(1, found.size(), () -> with + " in " + plan.notes());
    return found.get(0);
  }

  private static List<String> notes(Plan plan, String with) {
    return plan.notes().stream().filter(n -> n.contains(with)).toList();
  }

  private Plan plan(Experiment experiment) {
    try (Runner runner = runner(new ArrayList<>())) {
      return runner.plan(experiment);
    }
  }

  private String refused(Experiment experiment) {
    PlanException refused = assertThrows(PlanException.class, () -> plan(experiment));
    assertFalse(refused.getMessage().contains("parsed("));
    return refused.getMessage();
  }
}
