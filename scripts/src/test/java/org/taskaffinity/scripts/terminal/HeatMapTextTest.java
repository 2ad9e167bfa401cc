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
import org.taskaffinity.dsl.Figures;
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

  private static Figure.HeatMap marked(int k) {
    return Figures.heatMap("", matrix(k))
        .faint(
            "too few captures or not distinguishable from 0",
            Figures.pair("SR-task 1", "SR-task 2"),
            Figures.pair("SR-task 4", "SR-task 2"));
  }

  @Test
  void faintEntriesArePaleAndMarkedAndTheMarkIsExplained() {
    String plain = HeatMapText.of(matrix(5), Figure.Scale.DIVERGING, new Look(80, Colours.TRUE));
    String text = HeatMapText.of(marked(5), new Look(80, Colours.TRUE));
    assertEquals(4 + 1, visible(text).chars().filter(c -> c == '~').count(), visible(text));
    assertTrue(
        visible(text).endsWith("\n~ pale: too few captures or not distinguishable from 0"), text);
    assertEquals(visible(plain), unmarked(visible(text)), "numbers stay where they are");
    assertFalse(text.equals(plain.replace("~", " ")), "the colours are paler");
  }

  private static String unmarked(String text) {
    return text.replaceAll("\n~ .*", "").replace("~", " ");
  }

  @Test
  void theMarkIsSeenInNarrowCellsToo() {
    String text = visible(HeatMapText.of(marked(12), new Look(60, Colours.INDEXED)));
    assertEquals(4 + 1, text.chars().filter(c -> c == '~').count(), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 60), text);
    String halves = visible(HeatMapText.of(marked(30), new Look(40, Colours.INDEXED)));
    assertTrue(halves.contains("\npale: too few captures"), halves);
  }

  @ParameterizedTest
  @CsvSource({"5,100", "5,60", "12,60", "27,80"})
  void withoutColoursTheMarkStandsBehindTheNumber(int k, int width) {
    Look look = Look.plain(width);
    String text = HeatMapText.of(marked(k), look);
    assertTrue(text.contains("-0.208~"), text);
    assertTrue(text.endsWith("\n~ too few captures or not distinguishable from 0"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= width), text);
    assertFalse(
        HeatMapText.of(matrix(k), Figure.Scale.DIVERGING, look).contains("~"), "nothing is marked");
  }

  @Test
  void theColoursReachAsFarAsTheFiguresDo() {
    TaskMatrix noise = matrix(4).map(v -> v == 1 ? 1 : v / 100);
    Look look = new Look(80, Colours.TRUE);
    String text = visible(HeatMapText.of(noise, Figure.Scale.DIVERGING, look));
    assertTrue(text.lines().anyMatch(line -> line.matches("-0\\.10 .* 0\\.10")), text);
    String wide = visible(HeatMapText.of(Figures.heatMap("", noise).scale(-1, 1), look));
    assertTrue(wide.lines().anyMatch(line -> line.matches("-1\\.00 .* 1\\.00")), wide);
  }

  @Test
  void theDiagonalSwallowsNothing() {
    TaskMatrix large = matrix(4).map(v -> v == 1 ? 100 : v);
    Look look = new Look(80, Colours.TRUE);
    String text = visible(HeatMapText.of(large, Figure.Scale.DIVERGING, look));
    assertTrue(text.lines().anyMatch(line -> line.matches("-0\\.[45]\\d .* 0\\.[45]\\d")), text);
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
