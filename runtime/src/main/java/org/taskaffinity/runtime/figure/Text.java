package org.taskaffinity.runtime.figure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How much room text takes, estimated: a figure is drawn before anyone knows the font. */
final class Text {
  /** Mean advance of small letters and digits of a wide sans-serif font, in em. */
  private static final double ADVANCE = 0.6;

  /** Mean advance of its capitals. */
  private static final double WIDE = 0.7;

  /** Advance of its points and commas. */
  private static final double NARROW = 0.32;

  private Text() {}

  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Text::advance).sum();
  }

  /**
   * Width of a number, at most: in the widest of the common sans-serif fonts. Figures of a number
   * next to another must not touch, whatever font a page finds.
   */
  static double widthOfNumber(String text, double size) {
    return size
        * text.codePoints()
            .mapToDouble(c -> c == '−' || c == '–' ? 0.84 : c == '.' || c == ',' ? 0.37 : 0.64)
            .sum();
  }

  private static double advance(int c) {
    return isWide(c) ? WIDE : c == '.' || c == ',' ? NARROW : ADVANCE;
  }

  private static boolean isWide(int c) {
    return Character.isUpperCase(c) || c == 'm' || c == 'w' || Character.isIdeographic(c);
  }

  static double widest(Collection<String> texts, double size) {
    return texts.stream().mapToDouble(t -> width(t, size)).max().orElse(0);
  }

  /**
   * Names that are to be told apart: as much of the beginning of each as fits, or of beginning and
   * end where others begin alike.
   */
  static List<String> fitted(List<String> names, double room, double size) {
    List<String> heads = names.stream().map(name -> fitted(name, room, size)).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                Collections.frequency(heads, heads.get(i)) == 1
                    ? heads.get(i)
                    : withoutMiddle(names.get(i), room, size))
        .toList();
  }

  private static String withoutMiddle(String name, double room, double size) {
    int[] points = name.codePoints().toArray();
    for (int kept = points.length - 1; kept > 1; kept--) {
      int head = kept - kept / 2;
      String cut =
          new String(points, 0, head).stripTrailing()
              + "…"
              + new String(points, points.length - kept / 2, kept / 2).stripLeading();
      if (width(cut, size) <= room) {
        return cut;
      }
    }
    return fitted(name, room, size);
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  static String fitted(String text, double room, double size) {
    if (width(text, size) <= room) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .takeWhile(c -> width(kept + Character.toString(c) + "…", size) <= room)
        .forEach(kept::appendCodePoint);
    return kept.toString().stripTrailing() + "…";
  }
}
