package org.taskaffinity.runtime.figure;

import java.util.List;

/**
 * A drawn figure.
 *
 * @param title what stands above it; empty for none
 * @param description what it shows, for those who cannot see it
 * @param top where it begins, in user units: what lies above is left out
 * @param width in user units: about a pixel each on a screen; {@link #UNIT} on paper
 * @param height in user units
 * @param marks from the bottom to the top
 */
record Drawing(
    String title, String description, double top, double width, double height, List<Mark> marks) {
  /**
   * A user unit on paper, in points of 1/72 inch: {@link Frame#WIDTH} fills one column of 85 mm. No
   * text of a figure is smaller than 11 units, which is 6 points.
   */
  static final double UNIT = 85 / 25.4 * 72 / Frame.WIDTH;

  /** What it is called where it must have a name: its title, or what it shows. */
  String name() {
    return title.isEmpty() ? description : title;
  }

  void on(Surface surface) {
    marks.forEach(mark -> mark.on(surface));
  }
}
