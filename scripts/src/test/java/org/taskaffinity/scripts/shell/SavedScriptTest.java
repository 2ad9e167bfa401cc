package org.taskaffinity.scripts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;

class SavedScriptTest {
  /** Lines as they were typed; what is saved of them. */
  private static String saved(String... lines) {
    try (ShellEngine engine = ShellEngine.open(new FakeRunner(Settings.settings()))) {
      for (String line : lines) {
        if (line.startsWith("/drop ")) {
          engine.entries().stream()
              .filter(e -> e.name().equals(line.substring(6)))
              .forEach(e -> engine.drop(e.id()));
        } else {
          engine.eval("typed", line, v -> {});
        }
      }
      return SavedScript.of(engine.entries());
    }
  }

  /** What a script shows; fails if it does not come to its end. */
  private static List<String> shown(String script) {
    try (ShellEngine engine = ShellEngine.open(new FakeRunner(Settings.settings()))) {
      List<String> shown = new ArrayList<>();
      Optional<Failure> failure =
          engine.evalWhole("saved", script, Map.of(), v -> shown.add(v.shown() ? v.text() : ""));
      assertEquals(Optional.empty(), failure.map(Failure::explain), script);
      return shown.stream().filter(text -> !text.isEmpty()).toList();
    }
  }

  @Test
  void whatWasAcceptedRunsAgain() {
    String script =
        saved(
            "var look = experiment(\"look\", planted())",
            "int twice(int x) { return 2 * x; }",
            "nonsense(",
            "nothing.like(that)",
            "keepLabels(50)",
            "int lost = 1 / 0;",
            "twice(21)",
            "record Point(int x, int y) { }",
            "for (int i = 0; i < 2; i++) { twice(i); }",
            "new Point(1, 2).x()",
            "import java.util.stream.*",
            "new int[] {1, 2}.length");
    assertEquals(List.of("42", "1", "2"), shown(script));
    assertFalse(script.contains("lost") || script.contains("nonsense") || script.contains("50"));
    assertTrue(script.contains("import java.util.stream.*;"), script);
  }

  @Test
  void numberedValuesGetTheirNames() {
    String script = saved("20", "$1 + 1", "$2 * 2");
    assertEquals("var $1 = 20;\nvar $2 = $1 + 1;\n$2 * 2\n", script);
    assertEquals(List.of("42"), shown(script));
  }

  @Test
  void whatWasReplacedIsKeptWhereItWasNeeded() {
    String script =
        saved(
            "int a = 1;", "int b = a + 1;", "int a = 5;", "int c = 1;", "int c = 2;", "a + b + c");
    assertEquals("int a = 1;\nint b = a + 1;\nint a = 5;\nint c = 2;\na + b + c\n", script);
    assertEquals(List.of("9"), shown(script));
  }

  @Test
  void whatWasDroppedIsGone() {
    assertEquals("int b = 2;\n", saved("int a = 1;", "int b = 2;", "/drop a"));
  }
}
