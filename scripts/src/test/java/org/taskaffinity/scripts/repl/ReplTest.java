package org.taskaffinity.scripts.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.scripts.JavaProgram;

/** Whole sessions in a pseudo-terminal, with the real engine. */
@Timeout(240)
class ReplTest {
  @TempDir Path folder;

  private PseudoTerminal open(int columns, Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("XDG_STATE_HOME", folder.resolve("state").toString());
    return new PseudoTerminal(
        columns, environment, "repl", "--out", folder.resolve("out").toString());
  }

  @Test
  void aSessionIsTypedCompletedInterruptedAndResumed() throws Exception {
    try (PseudoTerminal terminal = open(100, Map.of("COLORTERM", "truecolor"))) {
      terminal.expect("affinity> ");
      terminal.type("var look = experi\t");
      terminal.expect("experiment(");
      terminal.type("\"look\", planted(design().molecules(200)))\r");
      terminal.expect("look ==>");
      terminal.expect("affinity> ");
      terminal.type("look = look.encoder(gcn(16)).training(adamW(0.001).epochs(150))\r");
      terminal.expect("affinity> ");

      terminal.type("var r = runner.run(look)\r");
      terminal.expect("steps");
      terminal.type("\u0003");
      terminal.expect("at this prompt: !!");
      terminal.expect("affinity> ");

      terminal.type("while (true) {}\r");
      terminal.expect(") {}");
      Thread.sleep(500);
      terminal.type("\u0003");
      double seconds = terminal.expect("Stopped.");
      assertTrue(seconds < 1, "an endless loop was stopped after " + seconds + " s");
      terminal.expect("affinity> ");

      terminal.type("/-2\r");
      terminal.expect("going on");
      terminal.expect("r ==>");
      terminal.expect("pairs can be read");
      terminal.expect("affinity> ");
      assertTrue(terminal.raw().contains("\u001B[48;2;"), "the matrix has colours");

      terminal.type("r.affinity().at(\"T1\", \"T\t");
      terminal.expect("T6");
      terminal.type("2\")\r");
      terminal.expect("==> ");
      terminal.expect("affinity> ");

      terminal.type("/show\r");
      terminal.expect("report.html");
      assertTrue(Files.exists(folder.resolve("out").resolve("look").resolve("report.html")));
      terminal.expect("affinity> ");
      Path saved = folder.resolve("mine.affinity.jsh");
      terminal.type("/save " + saved + "\r");
      terminal.expect("saved ");
      terminal.expect("affinity> ");
      terminal.type("/exit 7\r");
      assertEquals(7, terminal.exit());
      assertFalse(Files.readString(saved).contains("while"), "what was stopped is not saved");
    }
    try (PseudoTerminal again = open(100, Map.of())) {
      again.expect("affinity> ");
      again.type("\u0012twice"); // nothing of the kind was typed
      again.type("\u0007");
      again.type("\u0012experi");
      again.expect("var look = experiment(");
      again.type("\u0003\u0004");
      assertEquals(0, again.exit());
    }
  }

  @Test
  void fortyColumnsWithoutColours() throws Exception {
    Map<String, String> environment = Map.of("NO_COLOR", "1", "XDG_STATE_HOME", "/proc/nowhere");
    try (PseudoTerminal terminal = open(40, environment)) {
      terminal.expect("History is not kept");
      terminal.expect("affinity> ");
      terminal.type("design().truth()\r");
      terminal.expect("0.600");
      terminal.expect("affinity> ");
      terminal.type("int y = 1 +\r* 2;\r");
      terminal.expect("...> ");
      terminal.expect("^");
      terminal.expect("affinity> ");
      terminal.type("/lst\r");
      terminal.expect("did you mean: /list?");
      terminal.expect("affinity> ");
      terminal.type(
          "for (int i = 0; i < 1000000; i++) println(\"a line, one of a great many \" + i)\r");
      terminal.expect("more characters are not shown");
      terminal.expect("affinity> ");
      terminal.type("6 * 7\r");
      terminal.expect("==> 42");
      terminal.type("\u0004");
      assertEquals(0, terminal.exit());
      String colour = "(?s).*\u001B\\[(\\d+;)*[34][0-9](;\\d+)*m.*";
      assertFalse(terminal.raw().matches(colour), "no colours");
    }
  }

  @Test
  void aSessionOutlivesJshellsMistakesAndSaysWhatIsLost() throws Exception {
    try (PseudoTerminal terminal = open(100, Map.of("NO_COLOR", "1"))) {
      terminal.expect("affinity> ");
      terminal.type("var a = a\r");
      terminal.expect("affinity> ");
      terminal.type("int n = 20; var twice = n * 2; int n = 1;\r");
      terminal.expect("n ==> 1");
      terminal.type("twice + 2\r");
      terminal.expect("==> 42");
      terminal.type("record P(int a) {} var p = new P(1); record P(int a, int b) {}\r");
      terminal.expect("no longer usable: p");
      terminal.expect("affinity> ");
      terminal.type("adamW(\t");
      terminal.expect("adamW(double");
      terminal.type("0.5)\r");
      terminal.expect("adamW(0.5).weightDecay");
      terminal.expect("affinity> ");
      terminal.type("1 + 1;\r");
      terminal.expect("affinity> ");
      terminal.type("/help Training.epochs\r");
      terminal.expect("Training.epochs(int");
      terminal.expect("affinity> ");
      terminal.type("/help verbs\r");
      terminal.expect("Of Training, behind a dot");
      terminal.expect("affinity> ");
      terminal.type("expe\t\t");
      terminal.expect("experiment(");
      terminal.type("\u0003");
      terminal.expect("affinity> ");
      terminal.type("/exit\r");
      assertEquals(0, terminal.exit());
      assertFalse(terminal.plain().contains("==> 2\n"), "silenced");
      String coloured = "\u001B\\[(?:\\d+;)*(?:[349][0-8])(?:;\\d+)*m[^~].{0,20}";
      assertEquals(
          List.of(),
          Pattern.compile(coloured).matcher(terminal.raw()).results().map(r -> r.group()).toList());
    }
  }

  @Test
  void aDataSetShowsItsFirstRowsAndItsTasks() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.csv"), "smiles,A,B\nCCO,1,0\nCC,0,1\n");
    try (PseudoTerminal terminal = open(60, Map.of("NO_COLOR", "1"))) {
      terminal.expect("affinity> ");
      terminal.type("var mine = dataset(\"mine\", \"" + file + "\")\r");
      terminal.expect("affinity> ");
      terminal.type("mine.head()\r");
      terminal.expect("mine: 2 rows, 2 tasks; the first 2");
      terminal.expect("CCO     1  0");
      terminal.expect("affinity> ");
      terminal.type("mine.tasks()\r");
      terminal.expect("name  type");
      terminal.expect("B     CLASSIFICATION");
      terminal.expect("affinity> ");
      terminal.type("/help head\r");
      terminal.expect("Mtl.head(int width)");
      terminal.expect("Dataset.head");
      terminal.expect("affinity> ");
      terminal.type("/help Dataset.head\r");
      terminal.expect("The first 5 rows of this data set.");
      terminal.expect("affinity> ");
      terminal.type("/exit\r");
      assertEquals(0, terminal.exit());
    }
  }

  @Test
  void aDumbTerminalIsServedToo() throws Exception {
    try (PseudoTerminal terminal = open(80, Map.of("TERM", "dumb", "LC_ALL", "C"))) {
      terminal.expect("affinity> ");
      terminal.type("\"größe\".length()\r");
      terminal.expect("==> 5");
      terminal.type("/exit\r");
      assertEquals(0, terminal.exit());
    }
  }

  @Test
  void aPastedScriptIsOneInput() throws Exception {
    try (PseudoTerminal terminal = open(100, Map.of())) {
      terminal.expect("affinity> ");
      terminal.type(
          "\u001B[200~int a = 20;\rint b = a\r    + 1;\nList.of(a, b)\r    .size()\r\u001B[201~\r");
      terminal.expect("a ==> 20");
      terminal.expect("b ==> 21");
      terminal.expect("==> 2");
      terminal.type("/exit\r");
      assertEquals(0, terminal.exit());
    }
  }

  @Test
  void aSignalToEndEndsIt() throws Exception {
    try (PseudoTerminal terminal = open(100, Map.of())) {
      terminal.expect("affinity> ");
      terminal.type("1 + 1\r");
      terminal.expect("==> 2");
      terminal.expect("affinity> ");
      ProcessHandle.of(terminal.pid()).orElseThrow().destroy();
      assertEquals(143, terminal.exit());
    }
  }

  @Test
  void twoSessionsOnOneStore() throws Exception {
    String say = "var r = runner.run(experiment(\"both\", planted(design().molecules(200)))";
    String long_ = say + ".encoder(gcn(16)).training(adamW(0.001).epochs(3000)))\r";
    try (PseudoTerminal one = open(100, Map.of());
        PseudoTerminal other = open(100, Map.of())) {
      one.expect("affinity> ");
      other.expect("affinity> ");
      one.type(long_);
      one.expect("steps");
      other.type(long_);
      other.expect("is being worked on");
      other.expect("affinity> ");
      other.type("6 * 7\r");
      other.expect("==> 42");
      one.type("\u0003");
      one.expect("at this prompt: !!");
      one.expect("affinity> ");
      one.type("/history\r");
      one.expect("both");
      one.expect("affinity> ");
      one.type("\u0004");
      other.type("\u0004");
      assertEquals(0, one.exit());
      assertEquals(0, other.exit());
    }
    String history =
        Files.readString(folder.resolve("state").resolve("task-affinity").resolve("history"));
    assertTrue(history.contains("6 * 7") && history.contains("/history"), history);
  }

  @Test
  void withoutATerminalInputIsAScript() throws Exception {
    Piped fine = piped("int a = 20\nint b =\n  a + 1\na * b\n/vars\n");
    assertEquals("420\n  int a\n  int b\n  int $1\n", fine.out());
    assertEquals(0, fine.code());
    Piped wrong = piped("println(1)\nkeepLabels(50)\nprintln(2)\n");
    assertEquals(2, wrong.code());
    assertEquals("1\n", wrong.out());
    assertTrue(wrong.err().contains("keepLabels(50.0) is outside (0, 1]"), wrong.err());
    assertEquals(2, piped("int open = (1 +\n").code());
    assertEquals(3, piped("/exit 3\nprintln(1)\n").code());
    Piped crash = piped("var a = a\n1 + 1\n");
    assertEquals(2, crash.code());
    assertTrue(crash.err().lines().count() < 6 && !crash.err().contains("jdk."), crash.err());
    Piped unknown = piped("/lst\n");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("did you mean: /list?"), unknown.err());
  }

  /** What a session without a terminal gave. */
  private record Piped(int code, String out, String err) {}

  private Piped piped(String input) throws Exception {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(JavaProgram.command(null, List.of("repl")))
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Piped(process.waitFor(), Files.readString(out), Files.readString(err));
  }
}
