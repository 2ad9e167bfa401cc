package org.taskaffinity.runtime.figure;

import java.nio.file.Path;
import java.util.Locale;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/** Figures as files. */
public final class FigureFiles {
  private FigureFiles() {}

  /**
   * Draws a figure into a file, which appears whole or not at all.
   *
   * @param file ends in {@code .svg}; folders that are missing are made
   * @throws DescriptionException if the file ends in anything else
   * @throws RunException if it cannot be written
   */
  public static void save(Figure figure, Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw new DescriptionException(
          "A figure cannot be drawn into \""
              + file.getFileName()
              + "\".\n  known: .svg\n"
              + "  write: "
              + stem(file)
              + ".svg");
    }
    AtomicFiles.write(file, Svg.draw(figure));
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
