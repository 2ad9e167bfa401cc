package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

import java.util.ArrayList;
import java.util.List;

/** A line from point to point, in one piece or several. */
final class Trace {
  private final List<Piece> pieces = new ArrayList<>();
  private boolean down;

  /** Where it goes. */
  interface Pen {
    void move(double x, double y);

    void draw(double x, double y);

    void close();
  }

  private static final class Piece {
    private final List<double[]> points = new ArrayList<>();
    private boolean closed;
  }

  /** Goes on to a point, or starts there after {@link #lift()}. */
  Trace to(double x, double y) {
    if (!down) {
      pieces.add(new Piece());
      down = true;
    }
    last().points.add(new double[] {x, y});
    return this;
  }

  /** A piece of no length; a line with round ends draws a dot there. */
  Trace dot(double x, double y) {
    return lift().to(x, y).to(x, y).lift();
  }

  /** The next point starts a new piece. */
  Trace lift() {
    down = false;
    return this;
  }

  /** Closes the piece. */
  Trace shut() {
    last().closed = true;
    return lift();
  }

  /** Moves a pen along. */
  void follow(Pen pen) {
    for (Piece piece : pieces) {
      double[] start = piece.points.get(0);
      pen.move(start[0], start[1]);
      piece.points.stream().skip(1).forEach(p -> pen.draw(p[0], p[1]));
      if (piece.closed) {
        pen.close();
      }
    }
  }

  private Piece last() {
    return pieces.get(pieces.size() - 1);
  }

  /** The data of an SVG path. */
  @Override
  public String toString() {
    StringBuilder data = new StringBuilder();
    follow(
        new Pen() {
          private double[] before = {};

          @Override
          public void move(double x, double y) {
            data.append('M').append(px(x)).append(' ').append(px(y));
            before = new double[] {x, y};
          }

          @Override
          public void draw(double x, double y) {
            if (before[0] == x && before[1] == y) {
              data.append("h0");
            } else {
              data.append('L').append(px(x)).append(' ').append(px(y));
            }
            before = new double[] {x, y};
          }

          @Override
          public void close() {
            data.append('Z');
          }
        });
    return data.toString();
  }
}
