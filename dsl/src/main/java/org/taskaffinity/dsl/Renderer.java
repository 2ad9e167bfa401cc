package org.taskaffinity.dsl;

import java.nio.file.Path;

/**
 * Draws figures: what a runtime offers to be found.
 *
 * <p>A page that shows several figures holds {@link #plotlyScript()} once, and then {@link
 * #html(Figure)} of each; without the script each fragment shows its picture.
 */
public interface Renderer {

  /**
   * The renderer in force: the one of {@link #using}, else the one found on the class path.
   *
   * @throws RunException if there is none
   */
  static Renderer found() {
    return RendererInForce.get();
  }

  /** Puts another in its place, for the whole process, until the answer is closed. */
  static Using using(Renderer other) {
    return RendererInForce.use(other);
  }

  /** Draws into a file, as its ending says. */
  Path save(Figure figure, Path file);

  /** A picture as SVG that stands alone: light and dark, without a script. */
  String svg(Figure figure);

  /**
   * A fragment of HTML to explore. It fetches nothing; where a page holds no {@link
   * #plotlyScript()} and no plotly.js of its own it shows the picture.
   */
  String html(Figure figure);

  /** plotly.js within a script element, to be put into a page once; empty where it is missing. */
  String plotlyScript();

  /** A renderer in the place of another, until closed. */
  interface Using extends AutoCloseable {
    @Override
    void close();
  }
}
