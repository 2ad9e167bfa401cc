package org.taskaffinity.scripts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;
import org.taskaffinity.testing.Golden;

/** Declaring something again keeps what the JDK's own jshell keeps, and says what it does not. */
class RedeclarationTest {

  /** Statements, and behind {@code ->} an expression that is to have the same value in both. */
  static Stream<String> sessions() {
    return Stream.of(
        "int f() { return 1; } | var v = f(); | int f() { return 2; } -> v + \" \" + f()",
        "String word = \"first\"; | var rest = word.substring(2); | String word = \"other\"; -> rest",
        "int n = 1; | var twice = n * 2; | var more = twice + 1; | int n = 5; -> n + \" \" + twice + \" \" + more",
        "int n = 1; | Supplier<Integer> s = () -> n; | int n = 2; -> s.get()",
        "int n = 1; | var list = List.of(n, n); | var first = list.get(0); | int n = 2; -> list + \" \" + first",
        "class A { int x = 1; int f() { return x; } } | var a = new A(); | a.x = 7; | class A { int x = 1; int f() { return x + 1; } } -> a.f()",
        "class A { static int count = 0; void add() { count++; } } | new A().add(); | class A { static int count = 0; void add() { count += 10; } } | new A().add(); -> A.count",
        "class O { class I {} } | var i = new O().new I(); | class O { class I {} /* again */ } -> i != null",
        "int f() { return 1; } | class A { int g() { return f(); } } | var a = new A(); | int f() { return 2; } -> a.g()",
        "int f() { return 1; } | Supplier<Integer> s = () -> f(); | int f() { return 3; } -> s.get()",
        "int f() { return 1; } | int g() { return f() + 1; } | var v = g(); | int f() { return 10; } -> v + \" \" + g()",
        "int f() { return 1; } | var v = f(); | int f() { return List.of(1, 2).stream().mapToInt(x -> x).sum(); } -> v + \" \" + f()",
        "int n = 5; | String text = \"n is \" + n; | double n = 2.5; -> text",
        "record P(int a) { int twice() { return 2 * a; } } | var p = new P(3); | record P(int a) { int twice() { return 20 * a; } } -> p.twice()",
        "enum E { A, B; int w() { return 1; } } | var e = E.B; | enum E { A, B; int w() { return 2; } } -> e.w() + \" \" + e",
        "interface S { default int w() { return 1; } } | var s = new S() {}; | interface S { default int w() { return 2; } } -> s.w()",
        "int n = 3; | int[] filled = {n, n}; | int n = 4; -> filled.length + filled[0]",
        "var m = new HashMap<String, Integer>(); | m.put(\"a\", 1); | var size = m.size(); | var m = new HashMap<String, Integer>(); -> m.size() + \" \" + size",
        "int n = 1; | for (int i = 0; i < 3; i++) n += i; | var k = n; | int n = 0; -> k + \" \" + n",
        "<T> T id(T t) { return t; } | var v = id(\"x\"); | <T> T id(T t) { T u = t; return u; } -> v + id(1)",
        "int f(int x) { return x; } | var v = f(4); | int f(String x) { return 9; } | int f(int x) { return -x; } -> v + \" \" + f(\"a\") + \" \" + f(4)",
        "class A { private int x = 1; int get() { return x; } } | class B extends A { int more() { return get() + 1; } } | var b = new B(); | class A { private int x = 1; int get() { return 10; } } -> b.more()",
        "int n = 5; | var twice = n * 2; | double n = 2.5; -> twice",
        "record P(int a) {} | var p = new P(1); | record P(int a, int b) {} -> p",
        "class A { int x; } | A one = new A(); | class A { int x; int y; } -> one",
        "class A { int x; } | var list = new ArrayList<A>(); | class A { int x; int y; } -> list.size()",
        "int n = 1; | Supplier<Integer> s = () -> n; | double n = 2; -> s.get()",
        "int f() { return 1; } | int g() { return f(); } | var v = g(); | String f() { return \"x\"; } -> v",
        "enum E { A, B } | E e = E.A; | enum E { A, B, C } -> e",
        "var xs = List.of(1, 2); | var first = xs.get(0); | var xs = List.of(\"a\"); -> first",
        "class A { static int count = 3; } | A.count = 5; | class A { static int count = 3; int x; } -> A.count");
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void whatJshellKeepsIsKept(String session) {
    List<String> statements = new ArrayList<>(List.of("import java.util.function.*;"));
    int end = session.lastIndexOf(" -> ");
    statements.addAll(List.of(session.substring(0, end).split(" \\| ")));
    String asked = "String.valueOf(" + session.substring(end + 4) + ")";
    assertEquals(jshell(statements, asked), ours(statements, asked));
  }

  private static String jshell(List<String> statements, String asked) {
    try (JShell shell = JShell.create()) {
      shell.eval("import java.util.*;");
      statements.forEach(shell::eval);
      SnippetEvent last = shell.eval(asked).get(0);
      return last.status() == Snippet.Status.VALID
          ? last.value().replaceAll("^\"|\"$", "")
          : "refused";
    }
  }

  private static String ours(List<String> statements, String asked) {
    FakeRunner runner = new FakeRunner(Settings.settings());
    try (ShellEngine engine = ShellEngine.open(runner)) {
      engine.noting(note -> {});
      for (String each : statements) {
        assertEquals(Optional.empty(), engine.eval("s", each, v -> {}), each);
      }
      List<Value> values = new ArrayList<>();
      Optional<Failure> failure = engine.eval("s", asked, values::add);
      return failure.isPresent() ? "refused" : values.get(0).text();
    }
  }

  /** What a session says of itself, line by line. */
  private static String transcript(boolean redefining, String text) {
    List<String> said = new ArrayList<>();
    FakeRunner runner = new FakeRunner(Settings.settings());
    try (ShellEngine engine =
        redefining ? ShellEngine.open(runner) : ShellEngine.open(runner, Optional::empty)) {
      engine.noting(note -> said.add(note.toString()));
      for (String cell : text.split("\n--\n")) {
        engine
            .eval("cell", cell, v -> said.add(v.name().orElse("") + " ==> " + v.text()))
            .ifPresent(failure -> said.add(failure.explain()));
      }
    }
    return String.join("\n", said) + "\n";
  }

  @Test
  void whatCannotBeKeptIsNamed() {
    Golden.check(
        "redeclared.txt",
        transcript(
            true,
            """
            int n = 5;
            var twice = n * 2;
            double n = 2.5;
            record P(int a) {}
            var p = new P(1);
            record P(int a, int b) {}
            class A { static int made = 3; int x; public String toString() { return "an A"; } }
            A one = new A();
            class A { static int made = 3; int x; int y; }
            int f() { return 1; }
            int g() { return f(); }
            String f() { return "text"; }
            --
            g()
            --
            p
            """));
  }

  @Test
  void withoutRedefinitionValuesAreHandedOn() {
    String script =
        """
        int f() { return 1; }
        var v = f();
        int f() { return 2; }
        v
        var data = planted(design().molecules(60));
        var look = experiment("x", data);
        var name = look.name();
        var data = planted(design().molecules(80));
        look.data().equals(planted(design().molecules(60)))
        name
        int n = 1;
        java.util.function.Supplier<Integer> s = () -> n;
        var t = (java.util.function.Supplier<Integer>) () -> n;
        int n = 2;
        s != null
        t != null
        """;
    String said = transcript(false, script);
    assertTrue(said.contains("\n ==> 1\ndata ==>"), said);
    assertTrue(said.contains("==> true"), said);
    assertFalse(said.contains("==> false"), said);
    assertTrue(said.contains("made with the former n: t"), said);
    assertTrue(said.endsWith("==> true\n"), said);
  }

  @Test
  void aStatementThatJshellItselfFailsOnLeavesTheSessionAlive() {
    String said =
        transcript(true, "int one = 1;\nvar a = a;\n--\nvar b = 2 + one\n--\nvar a = one\n--\na");
    // JDK 17's JShell fails on it, JDK 25's compiler refuses it in its own words.
    assertTrue(said.matches("(?s)one ==> 1\ncell:2:\\d+: [^\n]*\\ba\\b.*  var a = a;.*"), said);
    assertTrue(said.endsWith("\nb ==> 3\na ==> 1\n ==> 1\n"), said);
    assertTrue(said.lines().count() < 12 && !said.contains("jdk."), said);
  }

  @Test
  void typesThatWouldEndTheSessionAreRefused() {
    String said =
        transcript(
            true, "class Throwable {}\n--\n/** Mine. */ public record Object(int x) {}\n--\n1 + 1");
    assertTrue(said.endsWith("==> 2\n"), said);
    assertEquals(
        Runtime.version().feature() < 23, said.contains("A type cannot be called Throwable"), said);
  }

  @Test
  void aVariableWhoseStatementFailedSaysSo() {
    Golden.check(
        "unset.txt",
        transcript(
            true,
            "String s = List.of(\"a\").get(4);\n--\ns\n--\ns.length()\n--\ns = \"ok\";\n--\ns.length()"));
  }
}
