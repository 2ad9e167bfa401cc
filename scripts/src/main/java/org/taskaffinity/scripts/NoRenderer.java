package org.taskaffinity.scripts;

import java.nio.file.Path;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Renderer;

/** Draws nothing, for a script that is planned: its numbers are blank. */
final class NoRenderer implements Renderer {
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
