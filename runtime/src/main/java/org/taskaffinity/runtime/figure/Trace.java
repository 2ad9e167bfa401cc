package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

/** The data of an SVG path, point by point. */
final class Trace {
  private final StringBuilder data = new StringBuilder();
  private boolean down;

  /** Goes on to a point, or starts there after {@link #lift()}. */
  Trace to(double x, double y) {
    data.append(down ? 'L' : 'M').append(px(x)).append(' ').append(px(y));
    down = true;
    return this;
  }

  /** The next point starts a new piece. */
  Trace lift() {
    down = false;
    return this;
  }

  /** Closes the piece. */
  Trace shut() {
    data.append('Z');
    return lift();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
