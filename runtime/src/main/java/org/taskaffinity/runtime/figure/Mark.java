package org.taskaffinity.runtime.figure;

import java.util.List;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * One thing that is drawn, in user units from the top left. Its classes are those of the {@link
 * Theme}; its tooltip is what a reader sees who points at it, or empty.
 */
sealed interface Mark {
  void on(Surface surface);

  /**
   * Where something lies.
   *
   * @param x its left
   * @param y its top
   */
  record Place(double x, double y, double width, double height) {
    /** What lies between two shares of its width. */
    Place part(double from, double to) {
      return new Place(x + from * width, y, (to - from) * width, height);
    }
  }

  /**
   * An entry of a heat map.
   *
   * @param hue class of its colour
   * @param depth how much of that colour, in [0, 1]; the rest is the ground
   */
  record Cell(String hue, double depth, Place place, String tooltip) implements Mark {
    @Override
    public void on(Surface surface) {
      surface.cell(this);
    }
  }

  /** A filled rectangle without an edge. */
  record Box(String classes, double opacity, Place place, String tooltip) implements Mark {
    @Override
    public void on(Surface surface) {
      surface.box(this);
    }
  }

  /** A rectangle of the pattern that says a value is undefined. */
  record Hatched(Place place, String tooltip) implements Mark {
    @Override
    public void on(Surface surface) {
      surface.hatched(this);
    }
  }

  /**
   * Lines, or the area that they enclose, as its classes say.
   *
   * @param dashes lengths on and off in turn, or empty
   * @param width of the line; 0 for that of its classes
   */
  record Line(String classes, Trace trace, String dashes, double width, String tooltip)
      implements Mark {
    @Override
    public void on(Surface surface) {
      surface.line(this);
    }
  }

  /** A circle. */
  record Dot(String classes, double opacity, double x, double y, double radius, String tooltip)
      implements Mark {
    @Override
    public void on(Surface surface) {
      surface.dot(this);
    }
  }

  /**
   * A line of text that begins, ends or has its middle at a place.
   *
   * @param size of the font; 0 for that of its classes
   * @param turn degrees, clockwise
   */
  record Label(
      String text, String tooltip, String classes, double size, double x, double y, int turn)
      implements Mark {
    @Override
    public void on(Surface surface) {
      surface.label(this);
    }
  }

  /** Every shade of a colour bar, from left to right. */
  record Ramp(Place place, List<Shade.Stop> stops) implements Mark {
    @Override
    public void on(Surface surface) {
      surface.ramp(this);
    }
  }

  /** A large matrix, a pixel each entry. */
  record Pixels(Place place, TaskMatrix matrix, Shade shade, FaintCells faint) implements Mark {
    @Override
    public void on(Surface surface) {
      surface.pixels(this);
    }

    /** The class of an entry's colour. */
    String hue(int i, int j) {
      return i == j ? "blank" : undefined(i, j) ? "undefined" : shade.hue(matrix.at(i, j));
    }

    private boolean undefined(int i, int j) {
      return Double.isNaN(matrix.at(i, j));
    }

    /** How much of that colour, in [0, 1]. */
    double depth(int i, int j) {
      return i == j || undefined(i, j) ? 1 : shade.depth(matrix.at(i, j)) * faint.share(i, j);
    }
  }
}
