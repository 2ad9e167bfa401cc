package org.taskaffinity.runtime.figure;

import java.util.Collection;

/** How much room text takes, estimated: a figure is drawn before anyone knows the font. */
final class Text {
  /** Mean advance of sans-serif letters and digits in em, with a little to spare. */
  private static final double ADVANCE = 0.57;

  private Text() {}

  static double width(String text, double size) {
    return text.codePointCount(0, text.length()) * ADVANCE * size;
  }

  static double widest(Collection<String> texts, double size) {
    return texts.stream().mapToDouble(t -> width(t, size)).max().orElse(0);
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  static String fitted(String text, double room, double size) {
    if (width(text, size) <= room) {
      return text;
    }
    int letters = (int) Math.max(1, room / (ADVANCE * size) - 1);
    return text.substring(0, text.offsetByCodePoints(0, letters)).stripTrailing() + "…";
  }
}
