package org.taskaffinity.scripts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;
import org.taskaffinity.testing.Golden;

class ShellEngineTest {
  private final FakeRunner runner = new FakeRunner(Settings.settings());
  private final ShellEngine engine = ShellEngine.open(runner);
  private final List<Value> values = new ArrayList<>();

  @AfterEach
  void close() {
    engine.close();
  }

  private Optional<Failure> eval(String text) {
    return engine.evalWhole("study.affinity.jsh", text, Map.of(), values::add);
  }

  private String shown() {
    return String.join("\n", values.stream().filter(Value::shown).map(Value::text).toList());
  }

  private Failure failure(String text) {
    return eval(text).orElseThrow();
  }

  @Test
  void theRunnerOfAScriptIsTheRunnerOfTheProgram() {
    assertEquals(Optional.empty(), eval("runner"));
    assertSame(runner, values.get(0).object());
  }

  @Test
  void aDataSetShowsItsFirstRowsAndTasksByTheRunnerOfTheScript() {
    assertEquals(
        Optional.empty(),
        eval("var data = dataset(\"tox21\")\ndata.tasks()\ndata.head(2)\nrunner.head(data)"));
    assertEquals(runner.tasks(Mtl.dataset("tox21")), values.get(1).object());
    assertEquals(runner.head(Mtl.dataset("tox21"), 2), values.get(2).object());
    assertEquals(runner.head(Mtl.dataset("tox21"), 5), values.get(3).object());
    assertTrue(shown().contains("tox21: 600 rows, 3 tasks; the first 2"), shown());
  }

  @Test
  void valuesAreObjectsOfThisProgram() {
    assertEquals(Optional.empty(), eval("experiment(\"e\", planted()).overlap(keepLabels(0.5))"));
    Experiment made = assertInstanceOf(Experiment.class, values.get(0).object());
    assertEquals(Mtl.experiment("e", Mtl.planted()).overlap(Mtl.keepLabels(0.5)), made);
  }

  @Test
  void bareExpressionsAreShownAndDeclarationsAreSilent() {
    String script =
        """
        int a = 3, b = 4;
        String s;
        a = 5;
        a * b
        s = "text";
        s.length();
        int twice(int x) { return 2 * x; }
        s
        new int[][] {{1, 2}, {3}}
        System.out.flush();
        null
        twice(21)
            // a comment within
            + 1
        Math
            .abs(-2)
        a
            ++;
        List<String>
            names = List.of("n");
        names""";
    assertEquals(Optional.empty(), eval(script));
    assertEquals("20\ntext\n[[1, 2], [3]]\n43\n2\n[n]", shown());
  }

  @Test
  void everyKindOfStatementIsUnderstood() {
    String script =
        """
        #!/usr/bin/env affinity run
        // a comment; with ; semicolons
        import java.util.stream.*;
        /* and
           another */
        record Point(int x,
                     int y) {
          int sum() { return x + y; }
        }
        enum Colour { RED, GREEN }
        interface Named { String name(); }
        class Counter implements Named {
          private int n;
          int next() { return ++n; }
          public String name() { return "counter"; }
        }
        int even(int n) { return n == 0 ? 1 : odd(n - 1); }
        int odd(int n) { return n == 0 ? 0 : even(n - 1); }
        var list = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
          list.add(i);
        }
        if (list.size() == 3) {
          list.add(99);
        } else {
          list.clear();
        }
        var text = \"""
            one
              two\""";
        "" + list; text
        new Point(1, 2).sum()
        Colour.GREEN
        new Counter().next()
        even(10)
        IntStream.range(0, 4)
            .map(x -> x * x)
            .sum()
        switch (list.size()) { case 4: println("four"); break; default: println("other"); }
        try { Integer.parseInt("x"); } catch (NumberFormatException e) { list.clear(); } finally { }
        list.size();
        """;
    assertEquals(Optional.empty(), eval(script));
    assertEquals("one\n  two\n3\nGREEN\n1\n1\n14", shown());
  }

  @Test
  void linesMayEndAsOnWindowsAndBeginWithAByteOrderMark() {
    assertEquals(Optional.empty(), eval("\uFEFFint a = 1;\r\nint b = 2;\r\n\r\na + b\r\n"));
    assertEquals("3", shown());
    Failure failure = failure("\uFEFFint c = 1;\r\nint d = ;\r\n");
    assertEquals(2, failure.place().line());
    assertEquals("int d = ;", failure.place().text());
  }

  @Test
  void namesAndTextsMayBeOfAnyLanguage() {
    assertEquals(Optional.empty(), eval("var größe = \"Δ → 分子 😀\";\ngröße"));
    assertEquals("Δ → 分子 😀", shown());
  }

  @Test
  void emptyScriptsAreFine() {
    assertEquals(Optional.empty(), eval(""));
    assertEquals(Optional.empty(), eval("\n  // nothing\n/* at all */\n;\n"));
    assertEquals(List.of(), values);
  }

  @Test
  void hugeValuesAreHandedOverWhole() {
    assertEquals(Optional.empty(), eval("\"x\".repeat(20_000_000)"));
    assertEquals(20_000_000, shown().length());
  }

  @Test
  void hugeOutputPasses() {
    assertEquals(
        Optional.empty(), eval("long n = 0;\nfor (int i = 0; i < 20_000_000; i++) n += i;\nn"));
    assertEquals("199999990000000", shown());
  }

  @Test
  void syntaxErrorsArePointedAt() {
    Golden.check(
        "error-syntax.txt",
        failure(
                """
                var tox21 = dataset("tox21");

                var e = experiment("first", tox21)
                    .overlap(keepLabels(0.5)
                    .seed(1);
                println("never");
                """)
            .explain());
    Golden.check("error-unclosed.txt", failure("int a = 1;\nvoid f() {\n  a++;\n").explain());
    Golden.check("error-quote.txt", failure("int a = 1;\nvar s = \"open;\na\n").explain());
    Golden.check("error-comment.txt", failure("int a = 1;\n  /* open\na\n").explain());
  }

  @Test
  void unknownSymbolsComeWithTheNearest() {
    Golden.check(
        "error-symbol.txt",
        failure("int a = 1;\n\tvar e = experimnt(\"first\", planted());\n").explain());
    Golden.check(
        "error-method.txt",
        failure("var e = experiment(\"first\", planted())\n    .encodr(gcn(64));\n").explain());
    Golden.check("error-variable.txt", failure("int epochs = 1;\nprintln(epoch + 1);\n").explain());
    Golden.check("error-class.txt", failure("int a = 1;\nFoo x = new Foo();\na").explain());
    Golden.check("error-type.txt", failure("int a = \"one\";\n").explain());
  }

  @Test
  void whatIsDeclaredNowhereIsFoundAtTheEnd() {
    Golden.check(
        "error-undeclared.txt", failure("int f() {\n  return g();\n}\nint a = 1;\n").explain());
    Golden.check(
        "error-too-early.txt",
        failure("int f() {\n  return g();\n}\nf()\nint g() { return 1; }").explain());
  }

  @Test
  void ourOwnErrorsStandWithoutATrace() {
    Failure failure = failure("int a = 1;\n\nvar o =\n    keepLabels(50);\n");
    Golden.check("error-description.txt", failure.explain());
    assertInstanceOf(DescriptionException.class, failure.thrown().orElseThrow());
  }

  @Test
  void otherErrorsShowTheScriptsOwnLines() {
    String script =
        """
        // a method called later
        int parsed(String text) {
          // deep
          return Integer.parseInt(text);
        }

        int all(List<String> texts) {
          return texts.stream()
              .mapToInt(t -> parsed(t))
              .sum();
        }

        println("fine");
        int n = 1 +
            all(List.of("1", "two"));
        """;
    Failure failure = failure(script);
    Golden.check("error-exception.txt", failure.explain());
    assertTrue(
        failure.explainFully().contains("java.lang.Integer.parseInt"), failure.explainFully());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        int pick(int i) {
          int v = switch (i) {
            case 0 -> throw new IllegalStateException("zero }");
            default -> i * 2;
          };
          return v;
        }
        pick(21)
        """,
        """
        int v = switch (3) {
          case 0 -> throw new IllegalStateException();
          default -> 42;
        };
        v
        """,
        """
        class Picks {
          int pick(String s) {
            return switch (s) { case "a" -> throw new RuntimeException(); case "b" -> { yield 42; } default -> 1; };
          }
        }
        new Picks().pick("b")
        """,
        """
        switch (1) {
          case 0 -> throw new IllegalStateException();
          default -> { }
        }
        42
        """,
        """
        int f(int i) {
          if (i > 3) {
            switch (i) { case 0 -> throw new RuntimeException(); default -> println("x"); }
          } else {
            return 42;
          }
          return 1;
        }
        f(2)
        """
      })
  void aSwitchThatThrowsIsOneStatement(String script) {
    assertEquals(Optional.empty(), eval(script));
    assertEquals("42", shown());
  }

  @Test
  void aRecursionIsToldInAFewLines() {
    Golden.check(
        "error-recursion.txt",
        failure("int down(int n) { return down(n + 1); }\ndown(0)")
            .explain()
            .replaceAll("10\\d\\d more", "many more"));
    String two =
        failure("int f(int n) { return g(n); }\nint g(int n) { return f(n); }\nf(0)").explain();
    assertTrue(two.lines().count() < 10 && two.contains("the same 2 lines, "), two);
  }

  @Test
  void exceptionsNameTheirCauses() {
    Golden.check(
        "error-cause.txt",
        failure("throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));")
            .explain());
  }

  @Test
  void nothingRunsAfterAnError() {
    failure("int a = 1;\nthrow new RuntimeException(\"x\");\na = 2;\na\n");
    assertEquals("", shown());
    eval("a");
    assertEquals("1", shown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int i = 0; while (true) { i++; }",
        "for (;;) ;",
        "do { try { Thread.sleep(5); } catch (InterruptedException e) { } } while (true);",
        "while (true) { try { Object o = new int[9]; } catch (Exception e) { } }",
        "void f() { while (true) g(); }  void g() { }  f();",
        "Thread.sleep(60_000);",
        "class C { void run() { for (;;) { } } }  new C().run();",
        "java.util.stream.IntStream.iterate(1, i -> i).forEach(i -> { });"
      })
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anythingCanBeStoppedAndTheEngineLivesOn(String script) throws Exception {
    CompletableFuture<Void> stop =
        CompletableFuture.runAsync(
            engine::stop, CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));
    Failure failure = failure(script);
    stop.get();
    assertEquals(Failure.Kind.STOPPED, failure.kind());
    assertEquals(Optional.empty(), eval("40 + 2"));
    assertEquals("42", shown());
  }

  @Test
  void aStopThatComesEarlyIsKept() {
    engine.stop();
    assertEquals(Failure.Kind.STOPPED, failure("while (true) { }").kind());
    assertEquals(Optional.empty(), eval("1"));
  }

  @Test
  void presetsReplaceWhatTheScriptSays() {
    String script =
        "int epochs = 20;\nString name = \"long\";\nvar o = natural();\nname + epochs + o";
    Map<String, String> presets = Map.of("epochs", "5", "name", "a \"b\"", "o", "natural()");
    assertEquals(Optional.empty(), engine.evalWhole("s", script, presets, values::add));
    assertEquals("a \"b\"5natural()", shown());
    Failure failure =
        engine.evalWhole("s", script, Map.of("epochs", "many"), values::add).orElseThrow();
    Golden.check("error-preset.txt", failure.explain());
  }

  @Test
  void expressionsOfOptionsAreTyped() {
    assertEquals(Mtl.keepLabels(0.5), engine.value(Overlap.class, "keepLabels(0.5)"));
    String none =
        assertThrows(
                DescriptionException.class, () -> engine.value(Encoder.class, "keepLabels(0.5)"))
            .getMessage();
    assertEquals("keepLabels(0.5) is no Encoder. See the verbs of Mtl.", none);
    assertThrows(DescriptionException.class, () -> engine.value(Encoder.class, "gcn(0)"));
    assertThrows(DescriptionException.class, () -> engine.value(Encoder.class, "gcn(64"));
    assertThrows(DescriptionException.class, () -> engine.value(Encoder.class, ""));
  }
}
