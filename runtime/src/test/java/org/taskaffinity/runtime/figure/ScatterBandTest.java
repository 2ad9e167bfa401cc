package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Figures.pair;
import static org.taskaffinity.dsl.Figures.point;
import static org.taskaffinity.dsl.Figures.scatter;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Figure;
import org.w3c.dom.Document;

/** Which band a scatter draws, and what it says of it. */
class ScatterBandTest {
  private static final String TASKS = "95 % interval of the line over tasks (jackknife)";
  private static final String POINTS = "95 % interval of the line, points independent";

  private static List<Figure.Point> pairs(int tasks) {
    List<Figure.Point> points = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < i; j++) {
        points.add(point(pair("t" + i, "t" + j), Math.sin(3 * i + j), Math.cos(i) + j));
      }
    }
    return points;
  }

  private static Figure.Scatter of(List<Figure.Point> points) {
    return scatter("t", "x", "y", points.toArray(Figure.Point[]::new));
  }

  private static void assertBand(String said, Figure.Scatter figure) {
    Document svg = Xml.parsed(Svg.draw(figure));
    long bands =
        Xml.all(svg, "path").stream().filter(p -> p.getAttribute("class").contains("band")).count();
    assertEquals(said.isEmpty() ? 0 : 2, bands, "the band, and its sample in the key");
    String json = Interactive.json(figure);
    for (String each : List.of(TASKS, POINTS)) {
      assertEquals(each.equals(said), Xml.texts(svg, "text").contains(each), each);
      assertEquals(each.equals(said), json.contains(each), each);
    }
    assertEquals(!said.isEmpty(), Xml.texts(svg, "desc").get(0).contains("; band: "));
  }

  @Test
  void theBandOfPairsIsOverTasksAndSaysSo() {
    assertBand(TASKS, of(pairs(5)));
  }

  @Test
  void theBandOfOtherPointsTreatsThemAsIndependentAndSaysSo() {
    assertBand(POINTS, of(pairs(5).stream().map(p -> point(p.label(), p.x(), p.y())).toList()));
  }

  @Test
  void withTooFewTasksOrPointsOfBothKindsThereIsNoBand() {
    assertBand("", of(pairs(3)));
    List<Figure.Point> mixed = new ArrayList<>(pairs(5));
    mixed.add(point("alone", 1, 1));
    assertBand("", of(mixed));
    assertTrue(Svg.draw(of(mixed)).contains("r = "), "the line is drawn all the same");
  }

  @Test
  void theBandIsWiderThanThatOfIndependentPointsWhereTasksMatter() {
    List<Figure.Point> points = pairs(7);
    FitLine over = FitLine.through(points).orElseThrow();
    FitLine independent =
        FitLine.through(points.stream().map(p -> point("", p.x(), p.y())).toList()).orElseThrow();
    assertFalse(
        over.upper()[20] - over.lower()[20] <= independent.upper()[20] - independent.lower()[20]);
  }
}
