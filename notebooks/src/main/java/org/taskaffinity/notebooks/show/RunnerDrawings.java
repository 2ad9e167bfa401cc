package org.taskaffinity.notebooks.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Runner;

/** Figures as a runner draws them. */
public final class RunnerDrawings implements Drawings {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Runner runner;

  public RunnerDrawings(Runner runner) {
    this.runner = runner;
  }

  @Override
  public String svg(Figure figure) {
    try {
      Path file = Files.createTempFile("affinity", ".svg");
      try {
        runner.draw(figure, file);
        return Files.readString(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The picture itself; its ids are made unlike those of the page's other pictures. */
  @Override
  public String html(Figure figure) {
    String svg = svg(figure);
    String picture = svg.substring(svg.indexOf("<svg"));
    return picture.replaceAll(
        "(\\bid=\"|url\\(#|href=\"#|aria-labelledby=\"|aria-describedby=\")figure",
        "$1figure-" + NEXT.incrementAndGet());
  }
}
