package org.taskaffinity.runtime.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The colours of a figure on a light or a dark ground. Cells are painted with {@code more} or
 * {@code less} at an opacity, so the middle of a diverging scale is the ground itself; blue and
 * orange keep apart for all common kinds of colour blindness, and so do every two series: at least
 * 0.14 in OKLab as protanopes, deuteranopes and tritanopes see them (Machado et al. 2009).
 *
 * @param ground behind everything
 * @param ink text
 * @param quiet axes and secondary text
 * @param rule grid lines
 * @param blank cells that say nothing: the diagonal
 * @param more the positive end
 * @param less the negative end
 * @param series lines, bars and groups
 */
record Theme(
    String ground,
    String ink,
    String quiet,
    String rule,
    String blank,
    String more,
    String less,
    List<String> series) {

  static final Theme LIGHT =
      new Theme(
          "#ffffff",
          "#08090b",
          "#565c66",
          "#dfe2e7",
          "#eceef1",
          "#083f80",
          "#7d2c00",
          List.of("#0a4a92", "#b34a00", "#2d7f7f", "#710bd9", "#471b2d", "#0095fd"));

  static final Theme DARK =
      new Theme(
          "#101216",
          "#f4f5f8",
          "#a4abb8",
          "#333844",
          "#2a2e37",
          "#6fa9ea",
          "#ea8f5f",
          List.of("#86bdf7", "#f7a072", "#0099ad", "#9666fe", "#ffedbd", "#4360a9"));

  /** Of text that says nothing else. */
  static final double FONT_SIZE = 12;

  private static final String FONT =
      ".fig{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif;"
          + "font-size:12px}";

  private static final List<Rule> SHAPES =
      List.of(
          Rule.of(".heading", "font-size", "14px", "font-weight", "600"),
          Rule.of(".end", "text-anchor", "end"),
          Rule.of(".mid", "text-anchor", "middle"),
          Rule.of(".value", "pointer-events", "none"),
          Rule.of(".line", "stroke-width", "2", "stroke-linejoin", "round"),
          Rule.of(".band", "fill-opacity", ".16"),
          Rule.of(".fit", "stroke-width", "1.5"),
          Rule.of(".faint", "stroke-width", "1.2"),
          Rule.of(".dots", "stroke-width", "2.4", "stroke-linecap", "round"),
          Rule.of(".dots", "stroke-opacity", ".6"),
          Rule.of(".whisker", "stroke-width", "1.4"),
          Rule.of(".join", "stroke-opacity", ".4", "stroke-linecap", "round"),
          Rule.of(".name", "paint-order", "stroke", "stroke-width", "3"),
          Rule.of(".name", "stroke-linejoin", "round"),
          Rule.of(".raster", "image-rendering", "pixelated"));

  /** Style for figures, on their own and within a page. */
  static String css() {
    return FONT
        + css(SHAPES)
        + css(LIGHT.colours())
        + "@media screen and (prefers-color-scheme:dark){"
        + css(DARK.colours())
        + "}";
  }

  /**
   * What an element looks like.
   *
   * @param element its SVG name
   * @param classes parted by blanks
   */
  Look look(String element, String classes) {
    List<Rule> rules = new ArrayList<>(SHAPES);
    rules.addAll(colours());
    return Look.of(rules, element, List.of(classes.split(" ")));
  }

  /** Black or white, whichever has more contrast to a shade: at least 4.58 to 1. */
  boolean whiteOn(String hue, double depth) {
    double[] shade = Contrast.mixed(ground, hue.equals("less") ? less : more, depth);
    return Contrast.between(shade, new double[] {255, 255, 255})
        >= Contrast.between(shade, new double[3]);
  }

  /** Class of a value's text on a shade, for both themes: which one differs from the ground's. */
  static String valueOn(String hue, double depth) {
    return "value"
        + (LIGHT.whiteOn(hue, depth) ? " onl" : "")
        + (DARK.whiteOn(hue, depth) ? "" : " ond");
  }

  private boolean dark() {
    return this == DARK;
  }

  private static String css(List<Rule> rules) {
    return rules.stream().map(Rule::css).collect(Collectors.joining());
  }

  private List<Rule> colours() {
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.of(".ground", "fill", ground));
    rules.add(Rule.of("text", "fill", ink));
    rules.add(Rule.of("text.quiet", "fill", quiet));
    rules.add(Rule.of("text.value", "fill", dark() ? "#ffffff" : "#000000"));
    rules.add(Rule.of(dark() ? "text.ond" : "text.onl", "fill", dark() ? "#000000" : "#ffffff"));
    rules.add(Rule.of(".name", "stroke", ground));
    rules.add(Rule.of(".axis", "stroke", quiet, "fill", "none"));
    rules.add(Rule.of(".whisker", "stroke", ink, "fill", "none"));
    rules.add(Rule.of(".grid", "stroke", rule, "fill", "none"));
    rules.add(Rule.of(".join", "stroke", quiet, "fill", "none"));
    rules.add(Rule.of(".blank", "fill", blank));
    rules.add(Rule.of(".more", "fill", more, "stop-color", more));
    rules.add(Rule.of(".less", "fill", less, "stop-color", less));
    for (int i = 0; i < series.size(); i++) {
      rules.add(Rule.of(".s" + i, "fill", series.get(i), "stroke", series.get(i)));
    }
    rules.add(Rule.of(".plain", "fill", quiet, "stroke", quiet));
    rules.add(Rule.of(".line,.fit,.faint,.dots", "fill", "none"));
    rules.add(Rule.of(".band", "stroke", "none"));
    return rules;
  }
}
