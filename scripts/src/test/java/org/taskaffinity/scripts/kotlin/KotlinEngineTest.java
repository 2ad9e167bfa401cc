package org.taskaffinity.scripts.kotlin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Value;
import org.taskaffinity.testing.Golden;

class KotlinEngineTest {
  @TempDir static Path cache;

  private final FakeRunner runner = new FakeRunner(Settings.settings());
  private final KotlinEngine engine =
      new KotlinEngine(runner, new Compilation(new ScriptCache(cache), Compilation::embedded));
  private final List<Value> values = new ArrayList<>();

  private Optional<Failure> eval(String text) {
    return eval(text, Map.of());
  }

  private Optional<Failure> eval(String text, Map<String, String> presets) {
    return engine.evalWhole("study.affinity.kts", text, presets, values::add);
  }

  private String shown() {
    return String.join("\n", values.stream().filter(Value::shown).map(Value::text).toList());
  }

  private Failure failure(String text) {
    return eval(text).orElseThrow();
  }

  private void runs(String text) {
    assertEquals(Optional.empty(), eval(text).map(Failure::explain));
  }

  @Test
  void theRunnerOfAScriptIsTheRunnerOfTheProgram() {
    runs("runner");
    assertSame(runner, values.get(0).object());
  }

  @Test
  void aDataSetShowsItsFirstRowsAndTasksByTheRunnerOfTheScript() {
    runs("val data = dataset(\"tox21\")\ndata.tasks()\ndata.head(2)\nrunner.tasks(data)");
    assertEquals(runner.tasks(Mtl.dataset("tox21")), values.get(0).object());
    assertEquals(runner.head(Mtl.dataset("tox21"), 2), values.get(1).object());
    assertEquals(values.get(0).object(), values.get(2).object());
    assertTrue(shown().contains("SMILES  T1  T2  T3\nCCO     1   1   1"), shown());
  }

  @Test
  void theSameSentencesMakeTheSameExperiment() {
    runs(
        """
        experiment("e", planted())
            .overlap(keepLabels(0.5))
            .encoder(gcn(64, 64).projection(32))
            .training(sgd(0.05, 0.9).epochs(3))
        experiment("e", planted()) {
            overlap(keepLabels(0.5))
            encoder(gcn(64, 64) { projection(32) })
            training(sgd(0.05, 0.9) { epochs(3) })
        }
        """);
    Experiment expected =
        Mtl.experiment("e", Mtl.planted())
            .overlap(Mtl.keepLabels(0.5))
            .encoder(Mtl.gcn(64, 64).projection(32))
            .training(Mtl.sgd(0.05, 0.9).epochs(3));
    assertEquals(List.of(expected, expected), values.stream().map(Value::object).toList());
    assertEquals(List.of(1, 5), values.stream().map(v -> v.place().line()).toList());
  }

  @Test
  void bareExpressionsAreShownAndStatementsAreSilent() {
    String script =
        """
        #!/usr/bin/env -S affinity run
        import java.util.stream.IntStream
        var a = 3; val b = 4
        a * b
        a = 5
        a += 1; a
        fun twice(x: Int) = 2 * x
        data class Point(val x: Int, val y: Int)
        enum class Colour { RED, GREEN }
        listOf(1, 2).map { it * a } // a comment
        arrayOf(intArrayOf(1, 2), intArrayOf(3))
        for (i in 1..2) { i }
        if (a > 1) { a } else { b }
        when (a) { 6 -> "six" else -> "other" }
        try { a } finally { b }
        listOf(1).forEach { it }
        null
        twice(21)
            .plus(1)
        \"""
          "two" ${twice(1)}\""".trimIndent()
        a++
        Point(1, 2).x
        Colour.GREEN
        val r: Result = runner.run(experiment("e", planted()))
        val names: List<String> = r.affinity.tasks()
        names.size
        println(IntStream.range(0, 4).sum())
        println("said")
        """;
    runs(script);
    assertEquals("12\n6\n[6, 12]\n[[1, 2], [3]]\n43\n\"two\" 2\n6\n1\nGREEN\n3", shown());
  }

  @Test
  void linesMayEndAsOnWindowsAndBeginWithAByteOrderMark() {
    runs("\uFEFFval a = 1\r\nval b = 2\r\n\r\na + b\r\n");
    assertEquals("3", shown());
  }

  @Test
  void namesAndTextsMayBeOfAnyLanguage() {
    runs("val größe = \"Δ → 分子 😀\"\ngröße");
    assertEquals("Δ → 分子 😀", shown());
  }

  @Test
  void emptyScriptsAreFine() {
    runs("");
    runs("\n  // nothing\n/* at all */\n;\n");
    assertEquals(List.of(), values);
  }

  @Test
  void errorsOfTheCompilerArePointedAt() {
    Golden.check(
        "kotlin-syntax.txt",
        failure("val a = 1\nval e = experiment(\"first\", planted())\n    .seed(1\nprintln(e)\n")
            .explain());
    Golden.check("kotlin-symbol.txt", failure("\tval e = experimnt(\"e\", planted())\n").explain());
    Golden.check(
        "kotlin-method.txt",
        failure("experiment(\"e\", planted())\n    .encodr(gcn(64))\n").explain());
    Golden.check(
        "kotlin-infer.txt",
        failure("val r = runner.run(experiment(\"e\", planted()))\nr.tasks.map { it.mesured }\n")
            .explain());
    Golden.check(
        "kotlin-shown.txt", failure("val epochs = 1\nprintln(1); println(epoch + 1)\n").explain());
    Golden.check("kotlin-type.txt", failure("val a: Int = \"one\"\n").explain());
    Golden.check(
        "kotlin-scope.txt",
        failure(
                """
                experiment("e", planted()) {
                    training(adamW(0.001) {
                        overlap(natural())
                    })
                }
                """)
            .explain());
  }

  @Test
  void nothingRunsBeforeTheWholeIsUnderstood() {
    failure("1\nfoo()\n");
    assertEquals("", shown());
  }

  @Test
  void ourOwnErrorsStandWithoutATrace() {
    Failure failure = failure("val a = 1\n\nval o =\n    keepLabels(50.0)\n");
    Golden.check("kotlin-description.txt", failure.explain());
    assertInstanceOf(DescriptionException.class, failure.thrown().orElseThrow());
  }

  @Test
  void otherErrorsShowTheScriptsOwnLines() {
    String script =
        """
        // a function called later
        fun parsed(text: String): Int {
            // deep
            return Integer.parseInt(text)
        }

        fun all(texts: List<String>): Int =
            texts
                .map { parsed(it) }
                .sum()

        class Adder { fun add() = all(listOf("1", "two")) }

        println("fine")
        val n = 1 +
            Adder().add()
        """;
    Failure failure = failure(script);
    Golden.check("kotlin-exception.txt", failure.explain());
    assertTrue(
        failure.explainFully().contains("java.lang.Integer.parseInt"), failure.explainFully());
    Golden.check(
        "kotlin-inline.txt",
        failure("val a = 1\nlistOf(1).forEach {\n    require(a > 1) { \"too few\" }\n}\n")
            .explain());
    Golden.check(
        "kotlin-cause.txt",
        failure("throw IllegalStateException(\"outer\", RuntimeException(\"inner\"))").explain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var i = 0; while (true) { i++ }",
        "fun f() { while (true) { } }\nf()",
        "while (true) { try { Thread.sleep(5) } catch (e: InterruptedException) { } }",
        "Thread.sleep(60_000)",
        "generateSequence(1) { it }.forEach { }",
        "runner.run(experiment(\"forever\", planted()))"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anythingCanBeStoppedAndTheEngineLivesOn(String script) throws Exception {
    runs("println(\"warm\")");
    CompletableFuture<Void> stop =
        CompletableFuture.runAsync(
            engine::stop, CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));
    assertEquals(Failure.Kind.STOPPED, failure(script).kind());
    stop.get();
    values.clear();
    runs("40 + 2");
    assertEquals("42", shown());
  }

  @Test
  void presetsAreOfTheirVariablesTypes() {
    String script =
        """
        val epochs = 10
        val big = 5L
        val rate = 0.1
        val fast = false
        val name: String = "long"
        val out = Path.of("out")
        val loss = LossOver.SUM
        val seeds = listOf(1L, 2L)
        val names: List<String> = listOf()
        val encoder: Encoder = gcn(64, 64)
        val encoders = listOf(gcn(64), gcn(32))
        val counts = intArrayOf(1)
        listOf(epochs + 1, big + 1, rate, fast, name, out.fileName, loss, seeds.sum(), names)
        encoder
        encoders.size
        counts.sum()
        """;
    Map<String, String> presets =
        Map.ofEntries(
            Map.entry("epochs", "5"),
            Map.entry("big", "6"),
            Map.entry("rate", "1e-3"),
            Map.entry("fast", "true"),
            Map.entry("name", "a \"b\" $c"),
            Map.entry("out", "x/y"),
            Map.entry("loss", "mean"),
            Map.entry("seeds", "3, 4"),
            Map.entry("names", "a,\"b, c\""),
            Map.entry("encoder", "mlp(8)"),
            Map.entry("encoders", "gcn(1, 2), gcn(3), gcn(4)"),
            Map.entry("counts", "1,2,3"));
    assertEquals(Optional.empty(), eval(script, presets).map(Failure::explain));
    assertEquals(
        "[6, 7, 0.001, true, a \"b\" $c, y, MEAN, 7, [a, b, c]]\n"
            + "mlp(8).norm(Norm.BATCH).dropout(0.3).projection(0)\n3\n6",
        shown());
    Golden.check(
        "kotlin-preset.txt",
        eval("\nval epochs = 20\n", Map.of("epochs", "many")).orElseThrow().explain()
            + "\n"
            + eval("val e = gcn(64)\n", Map.of("e", "mlp(64)")).orElseThrow().explain()
            + "\n"
            + eval("val e = LossOver.SUM\n", Map.of("e", "maen")).orElseThrow().explain()
            + "\n"
            + eval("val e: Encoder = gcn(64)\n", Map.of("e", "gcn(0)")).orElseThrow().explain());
  }
}
