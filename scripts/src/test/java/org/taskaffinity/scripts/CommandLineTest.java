package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.testing.Golden;

class CommandLineTest {
  @TempDir Path folder;

  private static Experiment analyzed(String... arguments) {
    Cli cli = new Cli();
    assertEquals(0, cli.run(arguments), cli.err());
    return cli.runners.get(0).ran.get(0);
  }

  private String script(String text) throws Exception {
    return Files.writeString(folder.resolve("study.affinity.jsh"), text).toString();
  }

  private String without(String text) {
    return text.replace(folder.toString(), "FOLDER");
  }

  private static JsonNode json(String... arguments) throws Exception {
    Cli cli = new Cli();
    assertEquals(0, cli.run(arguments), cli.err());
    return new ObjectMapper().readTree(cli.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "analyze; analyze planted",
        "analyze-seeds; analyze planted --seeds 1,2",
        "analyze-dry; analyze planted --dry-run --epochs 3",
        "overlap; overlap tox21",
        "data-list; data list",
        "data-verify; data verify",
        "data-verify-sider; data verify sider",
        "data-verify-missing; data verify toxcast",
        "data-fetch; data fetch sider",
        "bench; bench --rounds 7 --tasks 12,27",
        "plan; plan planted --overlap keepLabels(0.5)",
        "runs; runs",
        "runs-list; runs list",
        "runs-show; runs show 0123",
        "runs-compare; runs compare 0123 0456",
        "runs-same; runs compare 0123 01",
        "export; export 0123 --bundle b.zip --matrix overlap --to m.npz",
        "import; import b.zip",
        "import-again; import again/b.zip",
        "error-runs; runs forget",
        "error-runs-show; runs show",
        "error-runs-compare; runs compare 0123",
        "error-runs-unknown; runs show 3f2a",
        "error-export; export 0123",
        "error-export-to; export 0123 --matrix affinity",
        "error-export-matrix; export 0123 --matrix afinity --to m.npz",
        "error-import; import",
        "help-runs; runs --help",
        "help-export; export --help",
        "help-import; import --help",
        "error-dataset; analyze atlantis",
        "error-command; analyse planted",
        "error-option; analyze planted --epoch 3",
        "error-value; analyze planted --epochs many",
        "error-encoder; analyze planted --encoder gnc",
        "error-statement; analyze planted --encoder gnc(64)",
        "error-kind; analyze planted --encoder keepLabels(0.5)",
        "error-meaning; analyze planted --overlap keepLabels(50)",
        "error-epochs; analyze planted --epochs 0",
        "error-split; analyze planted --split scafold",
        "error-window; analyze planted --window last:x",
        "error-device; analyze planted --device gpus",
        "error-rows; analyze planted --e-rows held",
        "error-nothing; analyze",
        "error-data; data",
        "error-fetch; data fetch",
        "error-file; run nowhere.affinity.jsh",
        "help; --help",
        "help-analyze; help analyze",
        "help-run; run --help",
        "help-plan; plan --help",
        "help-overlap; overlap --help",
        "help-data; data --help",
        "help-bench; bench --help"
      })
  void whatIsSaidStays(String golden, String line) {
    Golden.check("cli-" + golden + ".txt", Cli.transcript(line.split(" ")));
  }

  @Test
  void optionsSayTheExperiment() {
    Experiment expected =
        Mtl.experiment(
                "mine",
                Mtl.dataset("set", "data/set.csv.gz", Mtl.task("a, b"), Mtl.regression("c"))
                    .smiles("SMILES")
                    .duplicates(Duplicates.MERGE)
                    .minimumLabels(2)
                    .sample(300))
            .split(Mtl.columnSplit("part"))
            .overlap(Mtl.targetJaccard(0.5))
            .encoder(Mtl.gcn(128, 64).norm(Norm.LAYER))
            .head(Mtl.head(64))
            .training(Mtl.adamW(0.01).epochs(3).batchSize(16))
            .capture(Mtl.captureEvery(5).window(Mtl.last(0.2)))
            .labelCorrelation(Mtl.labelCorrelation(Rows.HELD_OUT).minimumShared(30))
            .seed(7);
    Experiment said =
        analyzed(
            "analyze",
            "data/set.csv.gz",
            "--name",
            "mine",
            "--smiles",
            "SMILES",
            "--tasks",
            "\"a, b\",c",
            "--regression",
            "c",
            "--duplicates",
            "merge",
            "--minimum-labels",
            "2",
            "--sample",
            "300",
            "--split",
            "column:part",
            "--overlap",
            "targetJaccard(0.5)",
            "--encoder",
            "gcn(128, 64).norm(Norm.LAYER)",
            "--with",
            "head(64)",
            "--learning-rate",
            "0.01",
            "--epochs",
            "3",
            "--batch-size",
            "16",
            "--capture-every",
            "5",
            "--window",
            "last:0.2",
            "--e-rows",
            "held-out",
            "--min-shared",
            "30",
            "--seed",
            "7");
    assertEquals(expected, said);
  }

  @Test
  void wordsStandForTheirStatements() {
    Experiment plain = Mtl.experiment("planted", Mtl.planted());
    assertEquals(plain, analyzed("analyze", "planted"));
    assertEquals(
        plain.split(Mtl.noSplit()).encoder(Mtl.ecfpMlp(512, 256)),
        analyzed("analyze", "planted", "--split", "none", "--encoder", "ecfpMlp"));
    assertEquals(
        plain.split(Mtl.randomSplit(0.8, 0.1, 0.1)).capture(Mtl.captureEvery(10).window(Mtl.all())),
        analyzed("analyze", "planted", "--split", "random", "--window", "all"));
    assertEquals(
        plain
            .split(Mtl.randomSplit(0.6, 0.2, 0.2))
            .capture(Mtl.captureEvery(10).window(Mtl.fromEpoch(5))),
        analyzed(
            "analyze", "planted", "--split", "randomSplit(0.6, 0.2, 0.2)", "--window", "from:5"));
    assertEquals(
        Mtl.experiment(
            "t", Mtl.dataset("t", "./t.tsv", Mtl.classification("y")).features("u", "v")),
        analyzed("analyze", "./t.tsv", "--features", "u,v", "--classification", "y"));
  }

  @Test
  void settingsReachTheRunner() {
    Cli cli = new Cli();
    cli.run(
        "analyze",
        "planted",
        "--device",
        "cpu",
        "--threads",
        "3",
        "--fresh",
        "--data",
        "d",
        "--out",
        "o",
        "--quiet");
    FakeRunner runner = cli.runners.get(0);
    assertEquals(Device.CPU, runner.settings.device());
    assertEquals(3, runner.settings.threads());
    assertTrue(runner.settings.fresh());
    assertEquals(Path.of("d"), runner.settings.data().orElseThrow());
    assertEquals(Path.of("o"), runner.settings.out().orElseThrow());
    assertEquals("", cli.err());
    assertTrue(runner.closed);
  }

  @Test
  void jsonIsOneDocumentWithNullForUndefined() throws Exception {
    JsonNode one = json("analyze", "planted", "--json");
    JsonNode result = one.get("results").get(0);
    assertEquals(0.5, result.get("affinity").get("values").get(0).get(1).asDouble());
    assertTrue(result.get("tasks").get(0).get("test").isNull());
    assertEquals("planted", result.get("experiment").get("name").asText());
    assertTrue(one.get("report").asText().endsWith("report.html"));
    JsonNode two = json("analyze", "planted", "--seeds", "1,2", "--json");
    assertEquals(2, two.get("results").size());
    assertTrue(two.get("pooled").get(0).get("spread").get("values").get(0).get(0).isNull());
    assertEquals(12, json("data", "list", "--json").get("data").get(1).get("tasks").asInt());
    assertEquals(2, json("plan", "planted", "--seeds", "1,2", "--json").get("plans").size());
    assertEquals(30, json("bench", "--json").get("rows").get(0).get("step").asInt());
    assertEquals(
        600, json("overlap", "a", "b", "--json").get("audits").get(1).get("molecules").asInt());
  }

  @Test
  void runsAreJsonToo() throws Exception {
    JsonNode runs = json("runs", "--json").get("runs");
    assertEquals(4, runs.size());
    assertTrue(runs.get(0).get("r").isNull());
    assertEquals("UNFINISHED", runs.get(0).get("state").asText());
    assertEquals(0.75, runs.get(1).get("r").asDouble());
    assertEquals("first look", runs.get(1).get("name").asText());
    JsonNode shown = json("runs", "show", "0123", "--json");
    assertEquals("first look", shown.get("experiment").get("name").asText());
    JsonNode compared = json("runs", "compare", "0123", "0456", "--json");
    assertEquals("seed", compared.get("differences").get(0).get("part").asText());
    assertEquals("42", compared.get("differences").get(0).get("one").asText());
    assertTrue(compared.get("relation").has("pearson"));
    JsonNode written = json("export", "0123", "--bundle", "b.zip", "--json").get("written");
    assertEquals("b.zip", written.get(0).asText());
    JsonNode brought = json("import", "again/b.zip", "--json").get("brought").get(0);
    assertTrue(brought.get("there").asBoolean());
    assertEquals(FakeRunner.ID, brought.get("run").get("id").asText());
    assertEquals(2, brought.get("differing").size());
  }

  @Test
  void whatIsExportedIsTheMatrixThatWasNamed() {
    Cli cli = new Cli();
    cli.run("export", "0123", "--matrix", "shared", "--to", "m.npz");
    assertEquals(300, cli.runners.get(0).saved.get(Path.of("m.npz")).at("T1", "T2"));
    assertEquals(List.of(), cli.runners.get(0).exported);
  }

  /** Runs, matrices and measures of one's own within a script. */
  @Test
  void theStoreIsReachedFromTheLanguage() throws Exception {
    Cli cli = new Cli();
    String file =
        script(
            """
            runner.runs().get(1).title()
            var result = runner.stored("0123");
            var captured = runner.captured(result);
            captured.measure(pair -> pair.quantile(0.5)).at("T1", "T2")
            captured.measure(pair -> Arrays.stream(pair.products()).sum()).at("T1", "T2")
            line("T1, T2", captured.steps(), captured.cosines("T1", "T2"))
            runner.save(result.affinity(), Path.of("x.npz"));
            runner.matrix(Path.of("x.npz")).equals(result.affinity())
            result.differences(runner.stored("0456"))
            runner.export(result, Path.of("x.zip"));
            runner.bring(Path.of("x.zip"))
            Experiment.read(result.experiment().toString()).equals(result.experiment())
            """);
    assertEquals(0, cli.run("run", file), cli.err());
    Golden.check("cli-script-store.txt", cli.out());
  }

  @Test
  void auditsAreWrittenAsCsv() throws Exception {
    Cli cli = new Cli();
    assertEquals(
        0,
        cli.run("overlap", "tox21", "--tasks", "a,\"b \"\"x\"\", c\"", "--out", folder.toString()));
    assertEquals(
        "task,a,\"b \"\"x\"\", c\"\na,1,0.42\n\"b \"\"x\"\", c\",0.42,1\n",
        Files.readString(folder.resolve("tox21-jaccard.csv")));
    for (String which : List.of("shared", "of-smaller", "of-all")) {
      assertTrue(Files.exists(folder.resolve("tox21-" + which + ".csv")), which);
    }
  }

  @Test
  void unwritableFoldersAreSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Cli cli = new Cli();
    assertEquals(1, cli.run("overlap", "tox21", "--out", file.resolve("x").toString()));
    assertTrue(cli.err().startsWith("Cannot write "), cli.err());
  }

  @Test
  void scriptsPrintWhatStandsAlone() throws Exception {
    Cli cli = new Cli();
    String file =
        script(
            "int n = 2;\nprintln(\"n is \" + n);\nn * 21\nrunner.run(experiment(\"e\", planted())).affinity()\n");
    assertEquals(0, cli.run("run", file, "--set", "n=4"), cli.err());
    Golden.check("cli-script-prints.txt", cli.out());
  }

  @Test
  void aScriptThatNeedsNoRunnerOpensNone() throws Exception {
    Cli cli = new Cli();
    assertEquals(0, cli.run("run", script("experiment(\"e\", planted()).seed()\n")));
    assertEquals("42\n", cli.out());
    assertEquals(List.of(), cli.runners);
  }

  @Test
  void scriptsAsJsonKeepOutClean() throws Exception {
    JsonNode document =
        json(
            "run",
            script("println(\"chatter\");\n1 + 1\nrunner.run(experiment(\"e\", planted()))\n"),
            "--json");
    assertEquals(2, document.get("values").size());
    assertEquals("2", document.get("values").get(0).get("text").asText());
    assertEquals(2, document.get("values").get(0).get("line").asInt());
    assertEquals(
        "e", document.get("values").get(1).get("result").get("experiment").get("name").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description | 2 | keepLabels(50)",
        "plan        | 2 | runner.run(experiment(\"e\", dataset(\"atlantis\")))",
        "world       | 1 | runner.draw(Figures.bars(\"t\", \"y\"), Path.of(\"x.svg\"));",
        "java        | 1 | Object o = null; o.hashCode()",
        "compile     | 2 | in x = 3;"
      })
  void failuresOfScriptsHaveTheirExitCodes(String golden, int code, String line) throws Exception {
    Cli cli = new Cli();
    assertEquals(code, cli.run("run", script("int a = 1;\n" + line + "\na\n")), cli.err());
    Golden.check("cli-script-" + golden + ".txt", without(cli.err()));
    assertEquals("", cli.out());
  }

  @Test
  void stacktracesAreShownOnlyWhenAskedFor() throws Exception {
    String file = script("Integer.parseInt(\"x\")\n");
    Cli brief = new Cli();
    brief.run("run", file);
    assertTrue(!brief.err().contains("java.lang.Integer.parseInt("), brief.err());
    Cli full = new Cli();
    full.run("run", file, "--stacktrace");
    assertTrue(full.err().contains("java.lang.Integer.parseInt("), full.err());
  }

  @Test
  void presetsMustBeVariablesOfTheScript() throws Exception {
    Cli cli = new Cli();
    assertEquals(2, cli.run("run", script("int epochs = 3;\n"), "--set", "epoch=2"));
    Golden.check("cli-preset.txt", without(cli.err()));
  }

  @Test
  void scriptsMustBeUtf8() throws Exception {
    Path file =
        Files.write(folder.resolve("latin.affinity.jsh"), new byte[] {'"', (byte) 0xE4, '"'});
    Cli cli = new Cli();
    assertEquals(1, cli.run("run", file.toString()));
    assertTrue(cli.err().contains("is not written in UTF-8"), cli.err());
  }

  @Test
  void aPlanRunsNothingAndGoesThroughTheScript() throws Exception {
    Path drawn = folder.resolve("drawn.svg");
    String file =
        script(
            """
            var results = runner.run(experiment("e", planted()).seeds(1, 2));
            double r = results.each().get(0).relation().pearson().value();
            if (r > 0.5) throw new IllegalStateException("a number");
            var again = runner.run(experiment("later", planted()));
            runner.report(again, again.folder());
            runner.draw(affinityMap(again), Path.of("x.svg"));
            affinityMap(again).dendrogram(again.groups()).save(Path.of("DRAWN"));
            """
                .replace("DRAWN", drawn.toString()));
    Cli cli = new Cli();
    assertEquals(0, cli.run("plan", file), cli.err());
    assertFalse(Files.exists(drawn), "a plan draws nothing over what is there");
    assertEquals(List.of(), cli.runners.get(0).ran);
    Golden.check("cli-plan-script.txt", cli.out());
    assertEquals(3, json("plan", file, "--json").get("plans").size());
  }

  @Test
  void aPlanEndsWhereNumbersAreNeeded() throws Exception {
    String file =
        script(
            """
            var result = runner.run(experiment("e", planted()));
            var best = result.history().get(0);
            runner.run(experiment("never", planted()))
            """);
    Cli cli = new Cli();
    assertEquals(0, cli.run("plan", file));
    Golden.check("cli-plan-ends.txt", without(cli.err()));
    Cli stored = new Cli();
    stored.stored = true;
    assertEquals(0, stored.run("plan", file));
    assertEquals(2, stored.out().split("none: the result is stored", -1).length - 1);
  }

  @Test
  void errorsOfThePlannedScriptItselfAreErrors() throws Exception {
    assertEquals(2, new Cli().run("plan", script("int a = b;\n")));
    assertEquals(1, new Cli().run("plan", script("Integer.parseInt(\"x\")\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"first-look.affinity.jsh", "overlap-sweep.affinity.jsh"})
  void theExamplesRunAndPlan(String name) {
    String file = Path.of("examples", name).toString();
    Cli run = new Cli();
    assertEquals(0, run.run("run", file, "--set", "epochs=2"), run.err());
    run.runners.get(0).ran.forEach(e -> assertEquals(2, e.training().epochs()));
    Cli plan = new Cli();
    assertEquals(0, plan.run("plan", file), plan.err());
    assertEquals("", plan.err());
  }

  /** What the command line says and answers when Ctrl-C comes a little later. */
  private static String interrupted(int code, String... arguments) throws Exception {
    Cli cli = new Cli();
    CompletableFuture<Void> signal =
        CompletableFuture.runAsync(
            () -> cli.interruption.ask(130),
            CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
    assertEquals(code, cli.run(arguments), cli.err());
    signal.get();
    return cli.err().replace("a note while training\n", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runner.run(experiment(\"forever\", planted()))", "while (true) { }"})
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAScript(String line) throws Exception {
    Golden.check("cli-interrupted.txt", interrupted(130, "run", script(line + "\n")));
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAPlan() throws Exception {
    Golden.check("cli-interrupted.txt", interrupted(130, "plan", script("while (true) { }\n")));
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAnAnalysis() throws Exception {
    Golden.check(
        "cli-interrupted.txt", interrupted(130, "analyze", "planted", "--name", "forever"));
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatFailsAfterCtrlCIsSaidAndNothingIsClaimedSaved() throws Exception {
    String analysis = interrupted(1, "analyze", "planted", "--name", "disk full");
    assertTrue(analysis.contains("No space left on device"), analysis);
    assertFalse(analysis.contains("Stopped."), analysis);
    String run = interrupted(1, "run", script("runner.run(experiment(\"disk full\", planted()))"));
    assertTrue(run.contains("No space left on device"), run);
    assertFalse(run.contains("Stopped."), run);
  }

  @Test
  void whatIsDoneBeforeItCouldStopIsDone() {
    Cli cli = new Cli();
    cli.interruption.ask(130);
    Thread.interrupted(); // the worker is this test's own thread
    assertEquals(0, cli.run("bench"));
    assertTrue(cli.out().contains("a made-up machine"), cli.out());
    assertFalse(cli.err().contains("saved"), cli.err());
  }

  @Test
  void aSecondCtrlCEndsAtOnce() {
    Cli cli = new Cli();
    cli.interruption.stopping(() -> {});
    cli.interruption.ask(130);
    assertEquals(List.of(), cli.halted);
    cli.interruption.ask(130);
    assertEquals(List.of(130), cli.halted);
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Cli cli = new Cli();
    assertEquals(0, cli.run("--version"));
    assertTrue(cli.out().matches("(?s)affinity \\d+\\.\\d+\\.\\d+.*Java \\d+.*"), cli.out());
  }
}
