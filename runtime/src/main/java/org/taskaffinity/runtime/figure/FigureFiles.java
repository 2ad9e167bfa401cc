package org.taskaffinity.runtime.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.RunException;

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
    String drawn = Svg.draw(figure);
    try {
      write(file.toAbsolutePath(), drawn);
    } catch (IOException e) {
      throw new RunException("Could not write the figure " + file + ": " + e, e);
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Writes a text that appears whole or not at all.
   *
   * @param file absolute
   */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    String unique = Long.toHexString(System.nanoTime());
    Path beside = file.resolveSibling("." + file.getFileName() + "." + unique + ".part");
    try {
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
