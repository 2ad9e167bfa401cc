package org.taskaffinity.runtime.figure;

import java.util.ArrayList;
import java.util.List;

/** Finds each name a place beside its dot where it covers least of what is there already. */
final class NamePlaces {
  private final List<Mark.Place> taken = new ArrayList<>();
  private final double right;
  private final double top;
  private final double bottom;

  /** Names stay within these bounds. */
  NamePlaces(double right, double top, double bottom) {
    this.right = right;
    this.top = top;
    this.bottom = bottom;
  }

  void takeDot(double x, double y, double radius) {
    taken.add(new Mark.Place(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** The place of a name of this size beside a dot; it is taken from then on. */
  Mark.Place find(double x, double y, double radius, double width, double height) {
    double away = radius + 3;
    double[][] corners = {
      {x + away, y - height / 2},
      {x - away - width, y - height / 2},
      {x - width / 2, y + away},
      {x - width / 2, y - away - height},
      {x + away * 0.8, y + away * 0.5},
      {x - away * 0.8 - width, y + away * 0.5},
      {x + away * 0.8, y - away * 0.5 - height},
      {x - away * 0.8 - width, y - away * 0.5 - height},
    };
    Mark.Place best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double[] corner : corners) {
      Mark.Place place = new Mark.Place(corner[0], corner[1], width, height);
      double cost = cost(place);
      if (cost < least - 1e-9) {
        best = place;
        least = cost;
      }
    }
    taken.add(best);
    return best;
  }

  private double cost(Mark.Place place) {
    double covered = taken.stream().mapToDouble(other -> common(place, other)).sum();
    double outside =
        Math.max(0, -place.x())
            + Math.max(0, place.x() + place.width() - right)
            + Math.max(0, top - place.y())
            + Math.max(0, place.y() + place.height() - bottom);
    return covered + 1000 * outside;
  }

  private static double common(Mark.Place a, Mark.Place b) {
    double width = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
    double height = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
    return width > 0 && height > 0 ? width * height : 0;
  }
}
