package org.taskaffinity.notebooks.show;

import org.taskaffinity.dsl.Figure;

/** Draws figures into what a notebook shows. */
public interface Drawings {

  /** A fragment of HTML that fetches nothing; may stand on one page with others. */
  String html(Figure figure);

  /** A picture of its own. */
  String svg(Figure figure);
}
