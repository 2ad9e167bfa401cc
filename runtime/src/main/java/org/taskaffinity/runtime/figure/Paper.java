package org.taskaffinity.runtime.figure;

import java.util.HashMap;
import java.util.Map;

/** What paper shows: the light theme, its style looked up for each mark. */
final class Paper {
  static final Theme THEME = Theme.LIGHT;

  private final Map<String, Look> looks = new HashMap<>();

  Look look(String element, String classes) {
    return looks.computeIfAbsent(element + " " + classes, key -> THEME.look(element, classes));
  }

  /** The same with a thickness of its own, where there is one. */
  Look look(Mark.Line line) {
    Look look = look("path", line.classes());
    return line.width() > 0 ? look.width(line.width()) : look;
  }

  Look fill(String classes) {
    return look("rect", classes);
  }

  /** A shade of a heat map: that much of its hue over the ground, as {@code 0xrrggbb}. */
  int shade(String hue, double depth) {
    int ground = rgb(THEME.ground());
    int full = rgb(fill(hue).fill());
    return mixed(ground, full, depth, 16)
        | mixed(ground, full, depth, 8)
        | mixed(ground, full, depth, 0);
  }

  /** Draws a part of a place, its colour changing from left to right. */
  interface Fade {
    void draw(Mark.Place place, int left, int right);
  }

  /** A ramp as one fade between every two of its stops. */
  void ramp(Mark.Ramp ramp, Fade fade) {
    for (int s = 1; s < ramp.stops().size(); s++) {
      Shade.Stop from = ramp.stops().get(s - 1);
      Shade.Stop to = ramp.stops().get(s);
      if (to.offset() > from.offset()) {
        fade.draw(
            ramp.place().part(from.offset(), to.offset()),
            shade(from.hue(), from.depth()),
            shade(to.hue(), to.depth()));
      }
    }
  }

  private static int mixed(int ground, int full, double depth, int channel) {
    int from = ground >> channel & 255;
    int to = full >> channel & 255;
    return (int) Math.round(from + (to - from) * depth) << channel;
  }

  /** {@code #rrggbb} as a number. */
  static int rgb(String colour) {
    return Integer.parseInt(colour, 1, 7, 16);
  }

  /** Lengths on and off of a dashed line; empty for a whole one. */
  static float[] dashes(Mark.Line line) {
    if (line.dashes().isEmpty()) {
      return new float[0];
    }
    String[] words = line.dashes().split(" ");
    float[] lengths = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      lengths[i] = Float.parseFloat(words[i]);
    }
    return lengths;
  }

  /** The lines of a hatch: at a slant, 5 apart, within a place. */
  static Trace hatch(Mark.Place place) {
    Trace lines = new Trace();
    double apart = 5 * Math.sqrt(2);
    double right = place.x() + place.width();
    double bottom = place.y() + place.height();
    double first = Math.ceil((place.x() + place.y()) / apart) * apart;
    for (double sum = first; sum < right + bottom; sum += apart) {
      double x = Math.min(right, sum - place.y());
      double y = Math.min(bottom, sum - place.x());
      lines.lift().to(x, sum - x).to(sum - y, y);
    }
    return lines;
  }
}
