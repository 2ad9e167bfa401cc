package org.taskaffinity.runtime.figure;

import java.util.List;

/**
 * A drawn figure.
 *
 * @param title what stands above it
 * @param description what it shows, for those who cannot see it
 * @param width in user units: about a pixel each on a screen; {@link #UNIT} on paper
 * @param height in user units
 * @param marks from the bottom to the top
 */
record Drawing(String title, String description, double width, double height, List<Mark> marks) {
  /**
   * A user unit on paper, in points of 1/72 inch: {@link Frame#WIDTH} fills one column of 85 mm. No
   * text of a figure is smaller than 11 units, which is 6 points.
   */
  static final double UNIT = 85 / 25.4 * 72 / Frame.WIDTH;

  void on(Surface surface) {
    marks.forEach(mark -> mark.on(surface));
  }
}
