package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.testing.Golden;

class HeatMapTextTest {
  private static TaskMatrix matrix(int k) {
    List<String> tasks = IntStream.rangeClosed(1, k).mapToObj(t -> "SR-task " + t).toList();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        values[i][j] = i == j ? 1 : i + j == 3 ? Double.NaN : Math.cos(i + 2.0 * j + j * i) / 2;
      }
    }
    return new TaskMatrix(tasks, values);
  }

  private static String drawn(int k, int width, Colours colours) {
    return HeatMapText.of(matrix(k), Figure.Scale.DIVERGING, new Look(width, colours));
  }

  private static String visible(String text) {
    return text.replaceAll("\u001B\\[[0-9;]*m", "");
  }

  @Test
  void itLooksAsItOnceDid() {
    String all =
        String.join(
            "\n\n",
            drawn(5, 100, Colours.TRUE),
            drawn(5, 40, Colours.INDEXED),
            drawn(5, 40, Colours.NONE),
            drawn(30, 40, Colours.INDEXED),
            HeatMapText.of(
                matrix(3).map(v -> v * v), Figure.Scale.FRACTION, new Look(80, Colours.TRUE)),
            HeatMapText.of(
                matrix(3).map(v -> Math.rint(1000 * v * v)),
                Figure.Scale.COUNT,
                new Look(80, Colours.TRUE)));
    Golden.check("heat-map-text.txt", all.replace("\u001B", "␛"));
  }

  @ParameterizedTest
  @CsvSource({"2,40", "6,40", "6,100", "12,80", "27,80", "27,40", "120,80", "617,100"})
  void noLineIsWiderThanTheTerminal(int k, int width) {
    for (Colours colours : List.of(Colours.INDEXED, Colours.TRUE)) {
      String text = visible(drawn(k, width, colours));
      assertTrue(
          text.lines().allMatch(line -> line.length() <= width),
          () -> k + " tasks at " + width + "\n" + text);
    }
  }

  @Test
  void whatIsLeftOutIsSaid() {
    assertTrue(visible(drawn(617, 100, Colours.TRUE)).contains("… and 527 more tasks"));
  }

  @Test
  void theDiagonalSwallowsNothing() {
    TaskMatrix faint = matrix(4).map(v -> v == 1 ? 1 : v / 100);
    String text = HeatMapText.of(faint, Figure.Scale.DIVERGING, new Look(80, Colours.TRUE));
    assertTrue(text.contains("\u001B[48;2;179;74;0m") || text.contains("\u001B[48;2;10;74;146m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumb", "", "vt100", "linux"})
  void terminalsWithoutColoursGetNumbers(String type) {
    assertEquals(Colours.NONE, Colours.of(Map.of("TERM", type)::get));
    assertFalse(drawn(5, 80, Colours.NONE).contains("\u001B"));
  }

  @Test
  void theEnvironmentChoosesTheColours() {
    assertEquals(Colours.INDEXED, Colours.of(Map.of("TERM", "xterm-256color")::get));
    assertEquals(Colours.TRUE, Colours.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor")::get));
    assertEquals(
        Colours.NONE,
        Colours.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor", "NO_COLOR", "1")::get));
    assertEquals(
        Colours.TRUE,
        Colours.of(Map.of("TERM", "xterm", "COLORTERM", "24bit", "NO_COLOR", "")::get));
    assertEquals(Colours.NONE, Colours.of(Map.<String, String>of()::get));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,16",
    "255,255,255,231",
    "255,0,0,196",
    "128,128,128,244",
    "8,8,8,232",
    "238,238,238,255"
  })
  void theNearestOfXtermsColours(int r, int g, int b, int expected) {
    assertEquals(expected, Colours.indexed(r, g, b));
  }
}
