package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Figures.heatMap;
import static org.taskaffinity.dsl.Figures.pair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.ColourRange;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the colours, the marks and the numbers of a heat map say. */
class HeatMapTest {
  private static final double NAN = Double.NaN;

  /** K tasks, every entry in [−most, most]. */
  private static TaskMatrix noise(int k, double most) {
    Random random = new Random(k);
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      values[i][i] = 1;
      for (int j = 0; j < i; j++) {
        values[i][j] = values[j][i] = most * (2 * random.nextDouble() - 1);
      }
    }
    values[1][0] = values[0][1] = -most;
    return new TaskMatrix(IntStream.range(0, k).mapToObj(i -> "task " + i).toList(), values);
  }

  private static TaskMatrix three(double ab, double ac, double bc) {
    return new TaskMatrix(
        List.of("A", "B", "C"), new double[][] {{1, ab, ac}, {ab, 1, bc}, {ac, bc, 1}});
  }

  private static double deepest(Figure figure) {
    return cells(Xml.parsed(Svg.draw(figure))).stream()
        .mapToDouble(r -> Double.parseDouble(r.getAttribute("fill-opacity")))
        .max()
        .orElse(0);
  }

  private static List<Element> cells(Document svg) {
    return Xml.all(svg, "rect").stream()
        .filter(r -> List.of("more", "less").contains(r.getAttribute("class")))
        .filter(r -> r.getElementsByTagName("title").getLength() > 0)
        .toList();
  }

  private static JsonNode plotly(Figure figure) {
    try {
      return new ObjectMapper().readTree(Interactive.json(figure));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode map(Figure figure) {
    return plotly(figure).get("data").get(0);
  }

  @Test
  void noiseIsNotDrawnInFullColour() {
    assertEquals(0.15, deepest(heatMap("G", noise(6, 0.015))), 0.005);
    assertEquals(0.1, map(heatMap("G", noise(6, 0.015))).get("zmax").doubleValue());
    assertEquals(-0.1, map(heatMap("G", noise(6, 0.015))).get("zmin").doubleValue());
  }

  @Test
  void aLargeAffinityReachesTheEndOfTheScale() {
    assertEquals(1, deepest(heatMap("G", three(.4, -.2, .1))));
  }

  @Test
  void theRangeThatIsSetIsTheRangeOfTheColours() {
    Figure.HeatMap map = heatMap("G", three(.4, -.2, .1)).scale(-1, 1);
    assertEquals(0.4, deepest(map));
    assertEquals(1, map(map).get("zmax").doubleValue());
    assertEquals(1, deepest(map.scale(-.3, .3)), "what lies beyond has the colour of the end");
    assertEquals("heatMap", map.toString().substring(0, 7));
    assertTrue(map.toString().endsWith(".scale(Figure.Scale.DIVERGING).scale(-1.0, 1.0)"));
    assertFalse(heatMap("G", three(.4, -.2, .1)).toString().contains("scale(-"));
  }

  @Test
  void oneRangeHoldsSeveralMatrices() {
    ColourRange range = ColourRange.around(three(.02, .01, 0), three(-.437, NAN, 0));
    assertEquals(new ColourRange(-.44, .44), range);
    assertEquals(0.05, deepest(heatMap("G", three(.02, .01, 0)).scale(range)), 0.005);
    assertEquals(new ColourRange(0, .013), ColourRange.upTo(three(.0123, .01, 0)));
    assertEquals(new ColourRange(0, 7831), ColourRange.upTo(three(7831, 12, 0)));
  }

  /** The colour bar's labels, in SVG and Plotly, are the ends of the range to the last digit. */
  @ParameterizedTest
  @CsvSource({
    "0.0793, −0.1, 0.1",
    "0.437, −0.44, 0.44",
    "0.1234, −0.13, 0.13",
    "0.9999, −1, 1",
    "12.34, −12.4, 12.4"
  })
  void theColourBarNamesTheEndsOfTheRange(double most, String low, String high) {
    Figure.HeatMap figure = heatMap("G", three(-most, most / 2, 0));
    List<String> texts = Xml.texts(Xml.parsed(Svg.draw(figure)), "text");
    assertEquals(List.of(low, "0", high), texts.subList(texts.size() - 3, texts.size()));
    JsonNode bar = map(figure).get("colorbar");
    assertEquals(map(figure).get("zmin"), bar.get("tickvals").get(0));
    assertEquals(map(figure).get("zmax"), bar.get("tickvals").get(2));
    assertEquals(low, bar.get("ticktext").get(0).asText());
    assertEquals(high, bar.get("ticktext").get(2).asText());
  }

  @Test
  void theBarOfARangeThatIsNotSymmetricHasTheSameDepthPerUnitOnBothSides() {
    Figure.HeatMap figure = heatMap("G", three(.4, -.2, .1)).scale(-.2, .8);
    Document svg = Xml.parsed(Svg.draw(figure));
    List<Element> stops = Xml.all(svg, "stop");
    assertEquals("0.25", stops.get(0).getAttribute("stop-opacity"));
    assertEquals("0.2000", stops.get(1).getAttribute("offset"));
    assertEquals("", stops.get(3).getAttribute("stop-opacity"));
    assertEquals(0.5, deepest(figure));
    for (String file : List.of("bar.png", "bar.pdf")) {
      assertTrue(drawn(figure, file) > 0, file);
    }
  }

  private static int drawn(Figure figure, String file) {
    Drawing drawing = Pictures.of(figure);
    return (file.endsWith("png") ? PngSurface.draw(drawing) : PdfSurface.draw(drawing)).length;
  }

  @Test
  void faintPairsArePaleAndMarkedAndTheLegendSaysWhy() {
    String why = "not distinguishable from 0";
    Figure.HeatMap firm = heatMap("G", three(.4, -.2, .1));
    Figure.HeatMap figure = firm.faint(why, pair("B", "A"));
    Document svg = Xml.parsed(Svg.draw(figure));
    List<Element> cells = cells(svg);
    assertEquals("0.3", cells.get(0).getAttribute("fill-opacity"), "A – B, full colour else");
    assertEquals("0.5", cells.get(1).getAttribute("fill-opacity"), "A – C as without");
    assertEquals("A – B: 0.400, " + why, cells.get(0).getTextContent());
    assertEquals(3, Xml.all(svg, "circle").size(), "two cells, and the legend");
    assertTrue(Xml.texts(svg, "text").contains("pale: " + why));
    assertTrue(Xml.texts(svg, "desc").get(0).contains("1 pairs are pale: " + why));
    assertEquals(0, Xml.all(Xml.parsed(Svg.draw(firm)), "circle").size());
    JsonNode plot = plotly(figure);
    assertTrue(plot.get("layout").get("annotations").toString().contains("pale: " + why));
    assertEquals(2, plot.get("layout").get("shapes").get(0).get("path").asText().split("Z").length);
    JsonNode pale = plot.get("data").get(1);
    assertEquals(0.4, pale.get("z").get(0).get(1).doubleValue());
    assertTrue(plot.get("data").get(0).get("z").get(0).get(1).isNull());
    assertEquals(plot.get("data").get(0).get("zmax"), pale.get("zmax"));
  }

  @Test
  void theColourBarStaysWhereEveryPairIsFaintAndLongReasonsAreInSeveralLines() {
    String why = "a task not shown to be learnt or too few captures or not distinguishable from 0";
    Figure.HeatMap map = heatMap("G", three(.4, .2, .1));
    JsonNode some = plotly(map.faint(why, pair("A", "B")));
    JsonNode all = plotly(map.faint(why, pair("A", "B"), pair("A", "C"), pair("B", "C")));
    assertEquals(1, bars(some), "one bar");
    assertEquals(1, bars(all), "one bar where no cell has its colours");
    JsonNode last = all.get("data").get(2).get("marker");
    assertEquals(some.get("data").get(0).get("zmax"), last.get("cmax"));
    assertEquals(some.get("data").get(0).get("colorscale"), last.get("colorscale"));
    String note = all.get("layout").get("annotations").get(0).get("text").asText();
    assertEquals("◆ pale: " + why, note.replace("<br>", " "));
    assertTrue(Arrays.stream(note.split("<br>")).allMatch(line -> line.length() <= 44), note);
  }

  /** Traces that show a colour bar and have a number, without which Plotly draws none. */
  private static long bars(JsonNode plot) {
    return StreamSupport.stream(plot.get("data").spliterator(), false)
        .filter(
            trace ->
                trace.has("colorbar") && numbers(trace.get("z"))
                    || trace.path("marker").has("colorbar"))
        .count();
  }

  private static boolean numbers(JsonNode z) {
    return StreamSupport.stream(z.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .anyMatch(JsonNode::isNumber);
  }

  @Test
  void faintPairsOfTasksThatAreNotDrawnOrHaveNoValueAreNotMarked() {
    Figure.HeatMap figure =
        heatMap("G", three(.4, NAN, .1)).faint("weak", pair("A", "C"), pair("B", "C"));
    assertEquals(3, Xml.all(Xml.parsed(Svg.draw(figure)), "circle").size());
    Document two = Xml.parsed(Svg.draw(figure.order(List.of("A", "B"))));
    assertEquals(0, Xml.all(two, "circle").size());
    assertFalse(Xml.texts(two, "text").contains("pale: weak"));
  }

  /** Advance in em of digits, point and minus sign in Verdana, the widest of the common fonts. */
  private static double width(String number) {
    return number.codePoints().mapToDouble(c -> c == '.' ? .364 : c == '−' ? .818 : .636).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7, 12, 14, 15, 27, 30})
  void numbersOfNeighboursNeverTouch(int k) {
    for (double most : new double[] {.0049, .044, .44, 1}) {
      Document svg = Xml.parsed(Svg.draw(heatMap("G", noise(k, most))));
      double cell = Double.parseDouble(cells(svg).get(0).getAttribute("width"));
      List<Element> numbers = numbers(svg);
      for (Element number : numbers) {
        String style = number.getAttribute("style");
        double size = Double.parseDouble(style.replaceAll("font-size:([0-9.]+)px", "$1"));
        double room = size * width(number.getTextContent());
        assertTrue(room <= 0.97 * cell, number.getTextContent() + " in " + cell + " of " + k);
      }
      boolean left = most < 0.0095 && k > 6; // "−.0049" has no room there, and ".00" says nothing
      assertEquals(left ? 0 : k * (k - 1), numbers.size(), most + " for " + k);
    }
  }

  private static List<Element> numbers(Document svg) {
    return Xml.all(svg, "text").stream()
        .filter(t -> t.getAttribute("class").contains("value"))
        .toList();
  }

  @Test
  void countsThatDoNotFitAreShortened() {
    TaskMatrix counts = noise(20, 1).map(v -> Math.rint(Math.abs(v) * 12_345));
    List<String> texts =
        numbers(Xml.parsed(Svg.draw(heatMap("n", counts).scale(Figure.Scale.COUNT)))).stream()
            .map(Element::getTextContent)
            .toList();
    assertTrue(texts.contains("12k"), texts.toString());
    assertTrue(texts.stream().anyMatch(t -> t.matches("[1-9]\\.[0-9]k")));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12, 27})
  void anAffinityAndItsSpreadHaveTheSameSize(int k) {
    TaskMatrix g = noise(k, .08);
    Drawing affinity = Pictures.of(heatMap("Mean affinity G", g));
    Drawing spread =
        Pictures.of(heatMap("Spread", g.map(Math::abs)).scale(Figure.Scale.COUNT).scale(0, .1));
    Drawing labels = Pictures.of(heatMap("E", noise(k, 1)));
    assertEquals(affinity.width(), spread.width());
    assertEquals(affinity.height(), spread.height());
    assertEquals(affinity.width(), labels.width());
  }

  @Test
  void namesAreWrittenOutWhereThereIsRoom() {
    String name = "Musculoskeletal and connective tissue disorders";
    List<String> tasks = new ArrayList<>(List.of(name));
    IntStream.range(1, 6).forEach(i -> tasks.add("task " + i));
    TaskMatrix matrix = new TaskMatrix(tasks, noise(6, .5).values());
    assertTrue(Xml.texts(Xml.parsed(Svg.draw(heatMap("G", matrix))), "text").contains(name));
  }

  @Test
  void withoutATitleThereIsNeitherTextNorRoomForOne() {
    for (Figure figure : Kinds.all().values()) {
      Drawing titled = Pictures.of(figure);
      Drawing untitled = Pictures.of(figure.untitled());
      assertEquals(titled.height() - 22, untitled.height(), 1e-9, figure.title());
      Document svg = Xml.parsed(Svg.draw(figure.untitled()));
      assertFalse(Xml.texts(svg, "text").contains(figure.title()));
      assertFalse(Xml.texts(svg, "title").get(0).isBlank(), "it still has a name");
      double[] box = box(svg);
      assertTrue(
          Xml.all(svg, "text").stream()
              .map(t -> t.getAttribute("y"))
              .filter(y -> !y.isEmpty())
              .allMatch(y -> Double.parseDouble(y) - 9 >= box[1]),
          "nothing is cut off: " + figure.title());
      assertEquals("", plotly(figure.untitled()).at("/layout/title/text").asText());
      assertTrue(drawn(figure.untitled(), "f.png") > 0 && drawn(figure.untitled(), "f.pdf") > 0);
    }
  }

  private static double[] box(Document svg) {
    String box = svg.getDocumentElement().getAttribute("viewBox");
    return List.of(box.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void theNumbersOfPlotlyAreATraceOfTheirOwnThatThePageHidesWhereTheyDoNotFit() {
    JsonNode data = plotly(heatMap("G", noise(27, .044))).get("data");
    JsonNode numbers = null;
    for (JsonNode trace : data) {
      assertFalse(trace.has("texttemplate"), "no text that Plotly does not measure");
      numbers = trace.path("meta").asText().equals("numbers") ? trace : numbers;
    }
    assertEquals(27 * 26, numbers.get("text").size());
    assertEquals(27 * 26, numbers.get("textfont").get("color").size());
    for (JsonNode text : numbers.get("text")) {
      assertTrue(text.asText().length() <= 4, text.asText().toLowerCase(Locale.ROOT));
    }
  }
}
