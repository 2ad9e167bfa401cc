package org.taskaffinity.runtime.figure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/** Figures as files. */
public final class FigureFiles {
  private static final Map<String, Function<Figure, byte[]>> FORMATS = new LinkedHashMap<>();

  static {
    FORMATS.put(".svg", figure -> utf8(Svg.draw(figure)));
    FORMATS.put(".pdf", figure -> PdfSurface.draw(Pictures.of(figure)));
    FORMATS.put(".png", figure -> PngSurface.draw(Pictures.of(figure)));
    FORMATS.put(".html", figure -> utf8(Interactive.page(figure.title(), List.of(figure))));
    FORMATS.put(".json", figure -> utf8(Interactive.json(figure)));
  }

  private FigureFiles() {}

  /**
   * Draws a figure into a file, which appears whole or not at all.
   *
   * @param file ends as one of the formats does; folders that are missing are made
   * @throws DescriptionException if the file ends in anything else
   * @throws RunException if it cannot be written
   */
  public static void save(Figure figure, Path file) {
    Function<Figure, byte[]> format = format(file).orElseThrow(() -> unknown(file));
    byte[] content = format.apply(figure);
    AtomicFiles.write(file, out -> out.write(content));
  }

  private static Optional<Function<Figure, byte[]>> format(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return FORMATS.entrySet().stream()
        .filter(format -> name.endsWith(format.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static DescriptionException unknown(Path file) {
    return new DescriptionException(
        "A figure cannot be drawn into \""
            + file.getFileName()
            + "\".\n  known: "
            + String.join(", ", FORMATS.keySet())
            + "\n  write: "
            + stem(file)
            + ".pdf");
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
