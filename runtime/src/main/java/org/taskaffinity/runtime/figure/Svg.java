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
    return SvgSurface.standalone(Pictures.of(figure));
  }

  /**
   * An element for an HTML page, which holds {@link #css()} once.
   *
   * @param id unlike any other id of the page
   */
  public static String inline(Figure figure, String id) {
    return SvgSurface.inline(Pictures.of(figure), id);
  }

  /**
   * The merges of an agglomerative grouping as a tree, for an HTML page.
   *
   * @param tasks in the order in which the merges count them
   * @param groups grouped by an agglomerative method
   * @param id unlike any other id of the page
   */
  public static String dendrogram(List<String> tasks, TaskGroups groups, String id) {
    return SvgSurface.inline(DendrogramPicture.draw(tasks, groups), id);
  }

  /** The style that elements of {@link #inline} need. */
  public static String css() {
    return Theme.css();
  }
}
