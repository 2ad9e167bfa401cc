package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.Part;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.LazyRunner;
import org.taskaffinity.scripts.shell.ShellEngine;

/** What is printed is the statement that makes it. */
class PasteBackTest {
  private static final int EACH = 12;
  private static final int BATCH = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @DisplayName("printed, pasted, and printed again: the same text and an equal value")
  void whatIsPrintedCanBePastedBack(long seed) {
    AnyDescription any = new AnyDescription(new Random(seed));
    List<Object> made = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      made.addAll(any.parts());
      made.add(any.experiment());
      made.add(any.sweep());
      made.add(any.grouping());
      made.add(any.measure());
      made.add(any.planted());
      made.addAll(any.figures());
      made.add(any.matrix());
    }
    assertSame(made);
  }

  /** The reader that needs no compiler, which stored runs are read back with. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void experimentsAreReadAsThePrintedTextSays(long seed) {
    AnyDescription any = new AnyDescription(new Random(seed));
    for (int i = 0; i < 200; i++) {
      Experiment made = any.experiment();
      Experiment read = Experiment.read(made.toString());
      assertEquals(made, read, made::toString);
      assertEquals(made.toString(), read.toString());
    }
  }

  /** Many in one statement, for each statement costs a compilation. */
  private static void assertSame(List<Object> made) {
    List<Object> read = new ArrayList<>();
    try (ShellEngine engine = ShellEngine.open(new LazyRunner(() -> null))) {
      for (int from = 0; from < made.size(); from += BATCH) {
        List<Object> batch = made.subList(from, Math.min(made.size(), from + BATCH));
        String script =
            batch.stream()
                .map(PasteBackTest::said)
                .collect(Collectors.joining(",\n", "new Object[] {\n", "\n}"));
        Optional<Failure> failure =
            engine.evalWhole(
                "pasted",
                script,
                Map.of(),
                value -> read.addAll(Arrays.asList((Object[]) value.object())));
        assertEquals("", failure.map(Failure::explain).orElse(""));
      }
    }
    assertEquals(made.size(), read.size());
    for (int i = 0; i < made.size(); i++) {
      Object before = made.get(i);
      Object after = read.get(i);
      assertAll(
          said(before),
          () -> assertEquals(said(before), said(after)),
          () -> assertEquals(before.getClass(), after.getClass()),
          () -> assertEquals(before, after));
    }
  }

  private static String said(Object value) {
    return value instanceof TaskMatrix matrix ? matrix.statement() : value.toString();
  }

  @Test
  void everyKindIsDrawn() {
    AnyDescription any = new AnyDescription(new Random(3));
    List<Object> drawn = new ArrayList<>();
    for (int i = 0; i < 10 * EACH; i++) {
      drawn.addAll(any.parts());
      drawn.addAll(any.figures());
      drawn.add(any.measure());
    }
    for (Class<?> kind : kinds()) {
      assertEquals(
          true, drawn.stream().anyMatch(kind::isInstance), () -> "never drawn: " + kind.getName());
    }
  }

  /** Every record that is a part, a figure or a measure, found in the sealed types themselves. */
  private static List<Class<?>> kinds() {
    List<Class<?>> open = new ArrayList<>(List.of(Part.class, Figure.class, Measure.class));
    List<Class<?>> records = new ArrayList<>();
    while (!open.isEmpty()) {
      Class<?> next = open.remove(0);
      if (next.isSealed()) {
        open.addAll(List.of(next.getPermittedSubclasses()));
      } else {
        records.add(next);
      }
    }
    return records;
  }
}
