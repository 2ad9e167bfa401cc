package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.taskaffinity.dsl.Figures.heatMap;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/** Figures as PDF and PNG. */
class PaperTest {
  private static final double MM = 72 / 25.4;

  static Stream<Figure> kinds() {
    return Kinds.all().values().stream();
  }

  private static PDDocument pdf(Figure figure) throws IOException {
    return Loader.loadPDF(PdfSurface.draw(Pictures.of(figure)));
  }

  private static String text(Figure figure) throws IOException {
    try (PDDocument document = pdf(figure)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPdfIsOnePageOfVectorsWithItsFontInside(Figure figure) throws IOException {
    try (PDDocument document = pdf(figure)) {
      assertEquals(1, document.getNumberOfPages());
      PDResources used = document.getPage(0).getResources();
      for (COSName name : used.getFontNames()) {
        PDFont font = used.getFont(name);
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+LiberationSans"), font.getName());
      }
      assertTrue(used.getFontNames().iterator().hasNext());
      assertFalse(used.getXObjectNames().iterator().hasNext(), "no image is in it");
      assertEquals(figure.title(), document.getDocumentInformation().getTitle());
    }
  }

  @Test
  void titlesAndLabelsCanBeFoundInThePdf() throws IOException {
    assertFound("scatter", "G against E", "label correlation E", "affinity G", "r = 0.982");
    assertFound("map", "A map of G", "NR-AR", "ρ² of logP", ".40", "−.20", "undefined");
    assertFound("bars", "By condition", "p ≤ 0.5", "r(G, E)");
    assertFound("tree", "A map with its tree", "distance");
    assertFound("network", "Who shares labels", "SR-MMP");
  }

  /** Blanks do not count: text that runs upwards is parted at its letters. */
  private static void assertFound(String kind, String... words) throws IOException {
    String text = text(Kinds.all().get(kind)).replaceAll("\\s", "");
    for (String found : words) {
      assertTrue(text.contains(found.replaceAll("\\s", "")), found + " in " + text);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noTextIsSmallerThanSixPointsAndNoneLeavesThePage(Figure figure) throws IOException {
    try (PDDocument document = pdf(figure)) {
      double width = document.getPage(0).getMediaBox().getWidth();
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          assertTrue(text.getYScale() >= 6 || text.getXScale() >= 6, text + " is too small");
          assertTrue(text.getX() >= 0 && text.getX() <= width, text + " is clipped");
        }
      }.getText(document);
    }
  }

  @Test
  void plotsAndNarrowMapsFillNoMoreThanOneColumn() throws IOException {
    for (String kind : List.of("scatter", "curve", "dynamics", "bars", "network", "column")) {
      try (PDDocument document = pdf(Kinds.all().get(kind))) {
        double millimetres = document.getPage(0).getMediaBox().getWidth() / MM;
        assertTrue(millimetres <= 85.01, kind + " is " + millimetres + " mm wide");
      }
    }
  }

  /** 27 tasks, as SIDER has. */
  @ParameterizedTest
  @ValueSource(ints = {2, 12, 27, 40, 60, 61, 200})
  void aNarrowMapOfAnySizeFitsTheColumn(int k) {
    Drawing drawing = Pictures.of(map(k).column());
    assertTrue(drawing.width() <= Frame.WIDTH + 0.01, k + " tasks are " + drawing.width());
  }

  @Test
  void aNarrowMapOfTwentySevenTasksHasItsNamesAndNoValues() throws IOException {
    String text = text(map(27).column());
    assertTrue(text.contains("task 26"), text);
    assertFalse(text.matches("(?s).*\\s−?\\.\\d.*"), "values would be too small to be read");
  }

  private static Figure.HeatMap map(int k) {
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      int row = i;
      Arrays.setAll(values[i], j -> Math.sin(row * j) / 2);
    }
    List<String> tasks = IntStream.range(0, k).mapToObj(i -> "task " + i).toList();
    return heatMap("t", new TaskMatrix(tasks, values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "分子 😀",
        "\ud83d alone",
        "tab\tand\nlines",
        "right\u202eto left",
        "\u0001",
        "שלום",
        "नमस्ते",
        "e\u0301"
      })
  void whatTheFontLacksIsABoxAndNeverAFailure(String name) throws IOException {
    TaskMatrix matrix = new TaskMatrix(List.of("A", name), new double[][] {{1, .5}, {.5, 1}});
    Figure figure = heatMap(name, matrix);
    assertTrue(text(figure).contains("A"));
    assertTrue(PngSurface.draw(Pictures.of(figure)).length > 1000);
  }

  @Test
  void aMissingCharacterIsSeen() {
    assertEquals("□□ □", PaperFont.get().drawable("分子 😀"));
    assertEquals("a b", PaperFont.get().drawable("a\u202e\tb"));
    assertEquals("Größe ρ² ≤ … log₁₀ – −", PaperFont.get().drawable("Größe ρ² ≤ … log₁₀ – −"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameFigureGivesTheSameBytes(Figure figure) {
    Drawing drawing = Pictures.of(figure);
    assertArrayEquals(PdfSurface.draw(drawing), PdfSurface.draw(drawing));
    assertArrayEquals(PngSurface.draw(drawing), PngSurface.draw(drawing));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aPngHasThreeHundredDotsAnInchAndMoreThanGround(Figure figure) throws IOException {
    Drawing drawing = Pictures.of(figure);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngSurface.draw(drawing)));
    double inches = drawing.width() * Drawing.UNIT / 72;
    assertEquals(inches * 300, image.getWidth(), 1);
    Set<Integer> colours = new HashSet<>();
    for (int i = 0; i < image.getWidth(); i++) {
      for (int j = 0; j < image.getHeight(); j++) {
        colours.add(image.getRGB(i, j));
      }
    }
    assertTrue(colours.size() > 20, colours.size() + " colours");
    assertEquals(0xffffffff, image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
  }

  /** A row of a diverging map, read off the pixels: blue above 0, orange below, the ground at 0. */
  @Test
  void coloursPartAtZero() throws IOException {
    TaskMatrix matrix =
        new TaskMatrix(
            List.of("a", "b", "c"), new double[][] {{1, .2, -.2}, {.2, 1, 0}, {-.2, 0, 1}});
    Drawing drawing = Pictures.of(heatMap("t", matrix));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngSurface.draw(drawing)));
    List<Integer> seen =
        drawing.marks().stream()
            .filter(Mark.Cell.class::isInstance)
            .map(mark -> ((Mark.Cell) mark).place())
            .map(place -> at(image, place.x() + 3, place.y() + 3))
            .toList();
    int more = 0xff083f80;
    int less = 0xff7d2c00;
    int blank = 0xffeceef1;
    assertEquals(
        List.of(blank, more, less, more, blank, 0xffffffff, less, 0xffffffff, blank), seen);
  }

  private static int at(BufferedImage image, double x, double y) {
    double unit = Drawing.UNIT / 72 * PngSurface.DOTS_PER_INCH;
    return image.getRGB((int) (x * unit), (int) (y * unit));
  }

  @Test
  void noFontOfTheMachineIsAskedFor() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.isReadable(maps), "No list of loaded libraries here.");
    boolean before = Files.readString(maps).contains("libfontmanager");
    PngSurface.draw(Pictures.of(Kinds.all().get("map")));
    PdfSurface.draw(Pictures.of(Kinds.all().get("map")));
    boolean after = Files.readString(maps).contains("libfontmanager");
    assertEquals(before, after, "AWT's fonts were loaded");
  }
}
