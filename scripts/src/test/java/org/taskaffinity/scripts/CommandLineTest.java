package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.testing.Golden;

class CommandLineTest {
  private static Experiment analyzed(String... arguments) {
    Cli cli = new Cli();
    assertEquals(0, cli.run(arguments), cli.err());
    return cli.runners.get(0).ran.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "analyze; analyze planted",
        "analyze-seeds; analyze planted --seeds 1,2",
        "analyze-control; analyze planted --control shuffled-rows --seeds 1,2",
        "analyze-dry; analyze planted --dry-run --epochs 3",
        "overlap; overlap tox21",
        "overlap-columns; overlap tox21 --columns",
        "overlap-out; overlap tox21 --out audit",
        "overlap-out-several; overlap tox21 sider --out audit",
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
        "error-export-measure; export 0123 --matrix conflictrates() --to m.npz",
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
        "error-control; analyze planted --control shuffled",
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
            .labelCorrelation(
                Mtl.labelCorrelation(Rows.HELD_OUT).minimumShared(30).minimumExpected(2))
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
            "--min-expected",
            "2",
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
        plain.split(Mtl.randomSplit(0.8, 0.1, 0.1)).capture(Mtl.captures(100).window(Mtl.all())),
        analyzed("analyze", "planted", "--split", "random", "--window", "all"));
    assertEquals(
        plain
            .split(Mtl.randomSplit(0.6, 0.2, 0.2))
            .capture(Mtl.captures(50).window(Mtl.fromEpoch(5))),
        analyzed(
            "analyze",
            "planted",
            "--split",
            "randomSplit(0.6, 0.2, 0.2)",
            "--captures",
            "50",
            "--window",
            "from:5"));
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
    JsonNode one = Cli.json("analyze", "planted", "--json");
    JsonNode result = one.get("results").get(0);
    assertEquals(0.5, result.get("affinity").get("values").get(0).get(1).asDouble());
    assertTrue(result.get("tasks").get(0).get("test").isNull());
    assertEquals("planted", result.get("experiment").get("name").asText());
    assertTrue(one.get("report").asText().endsWith("report.html"));
    JsonNode two = Cli.json("analyze", "planted", "--seeds", "1,2", "--json");
    assertEquals(2, two.get("results").size());
    assertTrue(two.get("pooled").get(0).get("spread").get("values").get(0).get(0).isNull());
    assertEquals(12, Cli.json("data", "list", "--json").get("data").get(1).get("tasks").asInt());
    assertEquals(2, Cli.json("plan", "planted", "--seeds", "1,2", "--json").get("plans").size());
    assertEquals(30, Cli.json("bench", "--json").get("rows").get(0).get("median").asInt());
    assertEquals(
        600, Cli.json("overlap", "a", "b", "--json").get("audits").get(1).get("molecules").asInt());
  }

  @Test
  void runsAreJsonToo() throws Exception {
    JsonNode runs = Cli.json("runs", "--json").get("runs");
    assertEquals(4, runs.size());
    assertTrue(runs.get(0).get("r").isNull());
    assertEquals("UNFINISHED", runs.get(0).get("state").asText());
    assertEquals(0.75, runs.get(1).get("r").asDouble());
    assertEquals("first look", runs.get(1).get("name").asText());
    JsonNode shown = Cli.json("runs", "show", "0123", "--json");
    assertEquals("first look", shown.get("experiment").get("name").asText());
    JsonNode compared = Cli.json("runs", "compare", "0123", "0456", "--json");
    assertEquals("seed", compared.get("differences").get(0).get("part").asText());
    assertEquals("42", compared.get("differences").get(0).get("one").asText());
    assertTrue(compared.get("relation").has("pearson"));
    JsonNode written = Cli.json("export", "0123", "--bundle", "b.zip", "--json").get("written");
    assertEquals("b.zip", written.get(0).asText());
    JsonNode brought = Cli.json("import", "again/b.zip", "--json").get("brought").get(0);
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
    cli.run("export", "0123", "--matrix", "conflictRate().epochs(1, 5)", "--to", "rates.csv");
    assertEquals(0.25, cli.runners.get(1).saved.get(Path.of("rates.csv")).at("T1", "T2"));
  }

  @Test
  void withoutAFolderAnAuditWritesNothing() {
    Cli cli = new Cli();
    assertEquals(0, cli.run("overlap", "tox21"));
    assertFalse(cli.out().contains("overlap.html"), cli.out());
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Cli cli = new Cli();
    assertEquals(0, cli.run("--version"));
    assertTrue(cli.out().matches("(?s)affinity \\d+\\.\\d+\\.\\d+.*Java \\d+.*"), cli.out());
  }
}
