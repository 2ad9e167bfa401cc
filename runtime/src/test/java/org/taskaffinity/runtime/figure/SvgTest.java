package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Figures.bar;
import static org.taskaffinity.dsl.Figures.bars;
import static org.taskaffinity.dsl.Figures.curve;
import static org.taskaffinity.dsl.Figures.faintPoint;
import static org.taskaffinity.dsl.Figures.heatMap;
import static org.taskaffinity.dsl.Figures.line;
import static org.taskaffinity.dsl.Figures.point;
import static org.taskaffinity.dsl.Figures.scatter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;
import org.w3c.dom.Document;

class SvgTest {
  private static final String HOSTILE = "<b>&\"x\"";
  private static final double NAN = Double.NaN;

  private static TaskMatrix three() {
    return new TaskMatrix(
        List.of("A", HOSTILE, "C"), new double[][] {{1, .4, -.2}, {.4, 1, NAN}, {-.2, NAN, 1}});
  }

  private static List<Figure> oneOfEach() {
    return List.of(
        heatMap(HOSTILE, three()),
        scatter(HOSTILE, "x", "y", point(HOSTILE, 1, 2), faintPoint("b", 2, 3), point("c", 3, 5)),
        curve(HOSTILE, "x", "y", line(HOSTILE, new double[] {1, 2, 3}, new double[] {1, NAN, 2})),
        bars(HOSTILE, "y", bar(HOSTILE, .5, .4, .6), bar("n", NAN, NAN, NAN)));
  }

  @Test
  void everyFigureIsWellFormedAndSaysWhatItIs() {
    for (Figure figure : oneOfEach()) {
      Document svg = Xml.parsed(Svg.draw(figure));
      assertEquals("img", svg.getDocumentElement().getAttribute("role"));
      assertEquals(HOSTILE, Xml.texts(svg, "title").get(0));
      assertFalse(Xml.texts(svg, "desc").get(0).isBlank());
      for (String id : svg.getDocumentElement().getAttribute("aria-labelledby").split(" ")) {
        assertTrue(Svg.draw(figure).contains("id=\"" + id + "\""), id);
      }
    }
  }

  @Test
  void noNumberOfADrawingIsUndefined() {
    for (Figure figure : oneOfEach()) {
      assertFalse(Svg.draw(figure).contains("NaN"), figure.toString());
      assertFalse(Svg.draw(figure).contains("Infinity"), figure.toString());
    }
  }

  @Test
  void figuresWithNothingInThemAreDrawnToo() {
    List<Figure> empty =
        List.of(
            heatMap("t", new TaskMatrix(List.of(), new double[0][0])),
            heatMap("t", new TaskMatrix(List.of("A"), new double[][] {{1}})),
            scatter("t", "x", "y"),
            scatter("t", "x", "y", point("a", 1, 1), point("b", 1, 2), point("c", 1, 3)),
            curve("t", "x", "y"),
            curve("t", "x", "y", line("l", new double[] {1}, new double[] {NAN})),
            bars("t", "y"));
    empty.forEach(
        figure -> assertFalse(Xml.texts(Xml.parsed(Svg.draw(figure)), "title").isEmpty()));
    empty.forEach(figure -> assertFalse(Svg.draw(figure).contains("NaN")));
  }

  @Test
  void theSameFigureIsTheSameTextWhateverTheLocale() {
    Locale before = Locale.getDefault();
    List<String> first = oneOfEach().stream().map(Svg::draw).toList();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(first, oneOfEach().stream().map(Svg::draw).toList());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyCellHasATooltipWithItsTasksAndItsValue() {
    List<String> titles = Xml.texts(Xml.parsed(Svg.draw(heatMap("t", three()))), "title");
    assertTrue(titles.contains("A – " + HOSTILE + ": 0.400"), titles.toString());
    assertTrue(titles.contains("C – A: −0.200"));
    assertTrue(titles.contains(HOSTILE + " – C: undefined"));
  }

  @Test
  void theDiagonalDoesNotSwallowTheScale() {
    Document svg = Xml.parsed(Svg.draw(heatMap("t", three())));
    assertEquals(
        List.of("1", "0.5"),
        Xml.all(svg, "rect").stream()
            .filter(r -> List.of("more", "less").contains(r.getAttribute("class")))
            .map(r -> r.getAttribute("fill-opacity"))
            .distinct()
            .toList(),
        "0.4 is the largest entry off the diagonal, −0.2 half of it");
  }

  @Test
  void tasksAreDrawnInTheOrderAskedFor() {
    Figure.HeatMap map = heatMap("t", three()).order(List.of("C", "A"));
    List<String> texts = Xml.texts(Xml.parsed(Svg.draw(map)), "text");
    assertEquals(List.of("t", "C", "C", "A", "A"), texts.subList(0, 5));
    assertThrows(DescriptionException.class, () -> Svg.draw(map.order(List.of("D"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 14, 30, 31, 60, 61, 617})
  void aMapOfAnySizeStaysBounded(int k) {
    double[][] values = new double[k][k];
    for (double[] row : values) {
      Arrays.setAll(row, j -> Math.sin(row.length * j) / 2);
    }
    List<String> tasks = IntStream.range(0, k).mapToObj(i -> "task " + i).toList();
    String svg = Svg.draw(heatMap("t", new TaskMatrix(tasks, values)));
    assertTrue(svg.length() < 1_500_000, k + " tasks take " + svg.length() + " characters");
    String[] box = Xml.parsed(svg).getDocumentElement().getAttribute("viewBox").split(" ");
    assertTrue(Double.parseDouble(box[2]) < 1100 && Double.parseDouble(box[3]) < 1200);
  }

  @Test
  void aHundredThousandPointsStayBounded() {
    Figure.Point[] points =
        IntStream.range(0, 100_000)
            .mapToObj(i -> point("p" + i, Math.sin(i), Math.cos(i * 0.7)))
            .toArray(Figure.Point[]::new);
    assertTrue(Svg.draw(scatter("t", "x", "y", points)).length() < 2_000_000);
  }

  /** By hand: x = 1 2 3, y = 2 3 5, so Sxy = 3, Sxx = 2, Syy = 14/3 and r = 3/√(28/3) = 0.982. */
  @Test
  void theScatterSaysItsCorrelation() {
    String svg = Svg.draw(oneOfEach().get(1));
    assertTrue(Xml.texts(Xml.parsed(svg), "text").contains("r = 0.982"));
    assertTrue(Xml.texts(Xml.parsed(svg), "desc").get(0).contains("slope 1.500"));
  }

  @Test
  void faintPointsAreHollowAndExplained() {
    Document svg = Xml.parsed(Svg.draw(oneOfEach().get(1)));
    assertEquals(
        2, // the point and its sample in the key
        Xml.all(svg, "circle").stream()
            .filter(c -> c.getAttribute("class").contains("faint"))
            .count());
    assertTrue(Xml.texts(svg, "text").contains("cannot be read"));
  }

  @Test
  void anUndefinedValueBreaksTheLineAndLonelyValuesBecomeDots() {
    Document svg = Xml.parsed(Svg.draw(oneOfEach().get(2)));
    assertEquals(2, Xml.all(svg, "circle").size());
  }

  @Test
  void aFragmentHasNoStyleAndItsIdsBeginWithItsOwn() {
    String inline = Svg.inline(heatMap("t", three()), "map-7");
    assertFalse(inline.contains("<style") || inline.contains("xmlns"));
    Xml.all(Xml.parsed(inline), "*").stream()
        .map(e -> e.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .forEach(id -> assertTrue(id.startsWith("map-7"), id));
  }
}
