package org.taskaffinity.runtime.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the style sheet makes of an element on paper.
 *
 * @param fill colour of its area as {@code #rrggbb}, or {@code none}
 * @param stroke colour of its line, or {@code none}
 * @param width of the line
 * @param opacity of the area, in [0, 1]
 * @param strokeOpacity of the line, in [0, 1]
 * @param round whether lines end round
 * @param anchor where text lies: start, middle or end
 * @param size of the font
 * @param bold whether text is bold
 */
record Look(
    String fill,
    String stroke,
    double width,
    double opacity,
    double strokeOpacity,
    boolean round,
    String anchor,
    double size,
    boolean bold) {

  /** The rules that apply, a later one over an earlier. */
  static Look of(List<Rule> rules, String element, List<String> classes) {
    Map<String, String> set = new HashMap<>();
    for (Rule rule : rules) {
      for (int i = 0; i < rule.properties().size() && rule.appliesTo(element, classes); i += 2) {
        set.put(rule.properties().get(i), rule.properties().get(i + 1));
      }
    }
    return new Look(
        set.getOrDefault("fill", "#000000"),
        set.getOrDefault("stroke", "none"),
        number(set, "stroke-width", 1),
        number(set, "fill-opacity", 1),
        number(set, "stroke-opacity", 1),
        set.containsKey("stroke-linecap"),
        set.getOrDefault("text-anchor", "start"),
        number(set, "font-size", Theme.FONT_SIZE),
        set.containsKey("font-weight"));
  }

  private static double number(Map<String, String> set, String name, double otherwise) {
    String value = set.get(name);
    return value == null ? otherwise : Double.parseDouble(value.replace("px", ""));
  }

  /** The same with another width of the line. */
  Look width(double other) {
    return new Look(fill, stroke, other, opacity, strokeOpacity, round, anchor, size, bold);
  }

  /** The ground that text stands on where it crosses lines. */
  Look halo() {
    return new Look("none", stroke, width, 1, 1, true, anchor, size, bold);
  }

  boolean filled() {
    return !fill.equals("none");
  }

  boolean stroked() {
    return !stroke.equals("none") && width > 0;
  }

  /** How far left of its place text of this width begins. */
  double shift(double textWidth) {
    return switch (anchor) {
      case "end" -> textWidth;
      case "middle" -> textWidth / 2;
      default -> 0;
    };
  }
}
