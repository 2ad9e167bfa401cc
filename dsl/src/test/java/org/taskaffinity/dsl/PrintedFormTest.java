package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taskaffinity.dsl.Figures.*;
import static org.taskaffinity.dsl.Mtl.*;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.testing.Golden;

/** What is printed can be pasted back: the compiler reads it, and it prints the same again. */
class PrintedFormTest {
  private static final String ODD = "a \"quoted\" \\ name\twith\nlines, é, 𝛼 and \u0001";

  private static JShell shell;

  @BeforeAll
  static void startTheShell() throws Exception {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(
        java.nio.file.Path.of(
                Experiment.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString());
    shell.eval("import java.util.*;");
    shell.eval("import org.taskaffinity.dsl.*;");
    shell.eval("import static org.taskaffinity.dsl.Mtl.*;");
    shell.eval("import static org.taskaffinity.dsl.Figures.*;");
  }

  @AfterAll
  static void stopTheShell() {
    shell.close();
  }

  static Stream<Object> values() {
    return Stream.of(descriptions(), experiments(), figures()).flatMap(s -> s);
  }

  private static Stream<Object> descriptions() {
    return Stream.of(
        dataset("tox21"),
        dataset("tox21").tasks("NR-AR", "SR-p53").minimumLabels(3).sample(500),
        dataset("mine", "data/mine.csv", classification("active"), regression("logS"), task("x"))
            .smiles("SMILES")
            .sheet("Plate 2")
            .duplicates(Duplicates.MERGE),
        dataset(ODD, "C:\\data\\mine.csv").features("mass", ODD),
        planted(),
        planted(design().cosines(new double[][] {{1, -0.5}, {-0.5, 1}}).noise(0).seed(1L << 40)),
        randomSplit(0.8, 0.1, 0.1),
        scaffoldSplit(0.7, 0.2, 0.1).seed(-1L << 33),
        columnSplit("split"),
        noSplit(),
        natural(),
        completeCases(),
        keepLabels(0.25),
        targetJaccard(1e-5),
        sharedAndDisjoint(0.3),
        fixed(sharedCount(100), jaccard(0.25)),
        fixed(labels(200), sharedCount(100)),
        scaffoldDisjoint(0.2),
        noControl(),
        shuffledRows(),
        shuffledLabels(),
        gcn(256, 128).norm(Norm.LAYER).dropout(0).projection(0),
        mlp(8),
        ecfpMlp(512, 256).bits(1024),
        gat(64, 64).heads(8),
        gin(64, 32).dropout(0.5),
        cnn(128),
        cnn(128, 256, 256).kernels(3).embedding(32).norm(Norm.BATCH),
        dmpnn(),
        dmpnn(64).depth(1).norm(Norm.BATCH).dropout(0.25).projection(32),
        head(64).norm(Norm.NONE).dropout(0.1),
        linearHead(),
        adamW(3e-4)
            .weightDecay(0)
            .batchSize(64)
            .epochs(5)
            .schedule(Schedule.COSINE)
            .clip(0)
            .lossOver(LossOver.MEAN)
            .classWeights(ClassWeights.BALANCED)
            .stopEarly(Metric.ROC_AUC, 7),
        adam(1e-3),
        sgd(0.05, 0.9).weightDecay(1e-4),
        sgd(0.1, 0),
        captureEvery(5).window(fromEpoch(3)).absent(Absent.ZERO),
        captureEvery(1).window(all()),
        captures(100),
        captures(7).window(fromEpoch(2)).absent(Absent.ZERO),
        captures(100).crossBatches(2),
        signalAffinity(),
        signalShare().epochs(2, 3),
        samplingShare(),
        labelCorrelation(Rows.HELD_OUT).minimumShared(50),
        labelCorrelation(Rows.ALL).minimumExpected(5),
        seed(Long.MIN_VALUE),
        wardLinkage().groups(3),
        kMeans(),
        hdbscan(),
        cosine(),
        cosine().epochs(1, 5),
        cosineOfMeanProducts(),
        conflictRate().epochs(2, 2),
        firstOrderLookahead(),
        task2vec(),
        task2vec().fisher(Fisher.FULL));
  }

  private static Stream<Object> experiments() {
    Experiment look = experiment("first look", dataset("tox21"));
    return Stream.of(
        look,
        experiment("columns", dataset("mine", "mine.csv").features("mass")).seed(7),
        look.overlap(keepLabels(0.3)).control(shuffledRows()),
        look.over(noControl(), shuffledRows(), shuffledLabels()),
        look.over(natural(), targetJaccard(0.5)).over(gcn(8), mlp(8)).seeds(1, 2, 1L << 50),
        look.over(randomSplit(0.8, 0.1, 0.1), scaffoldSplit(0.8, 0.1, 0.1)),
        look.over(dataset("sider"), planted()));
  }

  private static Stream<Object> figures() {
    TaskMatrix matrix =
        new TaskMatrix(List.of("A", ODD), new double[][] {{1, Double.NaN}, {-0.0, 1e-300}});
    double[] x = {1, 2};
    return Stream.of(
        heatMap(ODD, matrix).order(List.of(ODD, "A")).scale(Figure.Scale.COUNT),
        scatter("t", "x", "y", point(ODD, 1, Double.POSITIVE_INFINITY), faintPoint("b", -2, 3)),
        curve("t", "x", "y", line("l", x, x), line("m", x, x).band(x, new double[] {3, 4})),
        bars("t", "y", bar("a", 1, 0.5, 1.5)),
        bars("t", "y"),
        heatMap("t", matrix).dendrogram(groups(matrix.tasks())).column(),
        heatMap("t", matrix)
            .scale(-1, 0.5)
            .faint("not\"distinguishable", pair("A", ODD))
            .untitled(),
        scatter("t", "x", "y", point(pair("A", ODD), 1, 2), faintPoint(pair("A", "B"), 2, 3)),
        curve("t", "x", "y", line("l", x, x).dots(), line("m", x, x).dashed()),
        dynamics("t", "step", runningMean("A – B", x, x, 2)),
        network("t", matrix, 3, Double.NaN).atLeast(0.25));
  }

  private static TaskGroups groups(List<String> tasks) {
    return new TaskGroups(
        averageLinkage().groups(2),
        List.of(List.of(tasks.get(1)), List.of(tasks.get(0))),
        List.of(),
        List.of(tasks.get(1), tasks.get(0)),
        List.of(new TaskGroups.Merge(0, 1, 0.75, 2)),
        Double.NaN,
        0);
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsPrintedCanBePastedBack(Object value) {
    assertEquals(value.toString(), read(value.toString()));
  }

  @Test
  void aMatrixsStatementMakesTheSameBits() {
    TaskMatrix matrix =
        new TaskMatrix(
            List.of("A", ODD), new double[][] {{1, Double.NaN}, {-0.0, Double.MIN_VALUE}});
    assertEquals(
        '"' + matrix.statement().replace("\\", "\\\\").replace("\"", "\\\"") + '"',
        read("(" + matrix.statement() + ").statement()"));
  }

  private static String read(String statement) {
    List<SnippetEvent> events = shell.eval(statement);
    SnippetEvent last = events.get(events.size() - 1);
    String trouble =
        shell
            .diagnostics(last.snippet())
            .map(d -> d.getMessage(null))
            .collect(Collectors.joining());
    assertEquals(Snippet.Status.VALID, last.status(), trouble + " in " + statement);
    return last.value();
  }

  @Test
  void printedFormsAreAsTheyWere() {
    Golden.check(
        "printed-forms.txt", values().map(Object::toString).collect(Collectors.joining("\n\n")));
  }
}
