package org.taskaffinity.runtime.figure;

import java.nio.file.Path;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Renderer;

/** How {@link Figure#save(Path)} finds what draws. */
public final class FigureRenderer implements Renderer {
  @Override
  public Path save(Figure figure, Path file) {
    FigureFiles.save(figure, file);
    return file;
  }

  @Override
  public String svg(Figure figure) {
    return Svg.draw(figure);
  }

  @Override
  public String html(Figure figure) {
    return Interactive.fragment(figure);
  }

  @Override
  public String plotlyScript() {
    return PlotlyLibrary.script();
  }
}
