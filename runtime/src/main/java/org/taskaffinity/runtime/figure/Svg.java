package org.taskaffinity.runtime.figure;

import java.util.List;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskGroups;

/**
 * Draws figures as SVG. The same figure gives the same text, on every machine.
 *
 * <p>Colours follow the reader's light or dark setting. Every name and value can be read off by
 * pointing at it, and screen readers find a title and a description.
 */
public final class Svg {
  private Svg() {}

  /**
   * A document of its own.
   *
   * @throws org.taskaffinity.dsl.DescriptionException if the figure orders tasks that its matrix
   *     does not have
   */
  public static String draw(Figure figure) {
    return drawing(figure, "figure").standalone();
  }

  /**
   * An element for an HTML page, which holds {@link #css()} once.
   *
   * @param id unlike any other id of the page
   */
  public static String inline(Figure figure, String id) {
    return drawing(figure, id).inline();
  }

  /**
   * The merges of an agglomerative grouping as a tree, for an HTML page.
   *
   * @param tasks in the order in which the merges count them
   * @param groups grouped by an agglomerative method
   * @param id unlike any other id of the page
   */
  public static String dendrogram(List<String> tasks, TaskGroups groups, String id) {
    return DendrogramPicture.draw(id, tasks, groups).inline();
  }

  /** The style that elements of {@link #inline} need. */
  public static String css() {
    return Theme.css();
  }

  private static Drawing drawing(Figure figure, String id) {
    return figure.fold(
        new Figure.Cases<>() {
          @Override
          public Drawing heatMap(Figure.HeatMap f) {
            return HeatMapPicture.draw(id, f);
          }

          @Override
          public Drawing scatter(Figure.Scatter f) {
            return ScatterPicture.draw(id, f);
          }

          @Override
          public Drawing curve(Figure.Curve f) {
            return CurvePicture.draw(id, f);
          }

          @Override
          public Drawing bars(Figure.Bars f) {
            return BarsPicture.draw(id, f);
          }
        });
  }
}
