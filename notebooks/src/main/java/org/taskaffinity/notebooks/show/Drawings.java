package org.taskaffinity.notebooks.show;

import java.util.Optional;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Renderer;

/** Draws figures into what a notebook shows, by the renderer on the class path. */
final class Drawings {
  private Renderer renderer;
  private boolean owed;
  private boolean given;

  /** A fragment of HTML to explore, which shows its picture where plotly.js is missing. */
  String html(Figure figure) {
    owed = !given;
    return renderer().html(figure);
  }

  /** A picture of its own. */
  String svg(Figure figure) {
    return renderer().svg(figure);
  }

  /** What a notebook has to hold once, before its first figure; empty if it holds that already. */
  Optional<String> script() {
    if (!owed) {
      return Optional.empty();
    }
    owed = false;
    given = true;
    return Optional.of(renderer().plotlyScript()).filter(script -> !script.isEmpty());
  }

  private Renderer renderer() {
    if (renderer == null) {
      renderer = Renderer.found();
    }
    return renderer;
  }
}
