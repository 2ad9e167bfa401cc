package org.taskaffinity.scripts;

import java.nio.file.Path;
import org.taskaffinity.dsl.Figure;

/** Draws nothing and writes nothing: a plan's numbers are not worked out. */
final class Undrawn implements Figure.Renderer {
  @Override
  public Path save(Figure figure, Path file) {
    return file;
  }

  @Override
  public String svg(Figure figure) {
    return "";
  }

  @Override
  public String html(Figure figure) {
    return "";
  }

  @Override
  public String plotlyScript() {
    return "";
  }
}
