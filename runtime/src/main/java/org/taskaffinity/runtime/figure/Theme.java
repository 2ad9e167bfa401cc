package org.taskaffinity.runtime.figure;

import java.util.List;

/**
 * The colours of a figure on a light or a dark ground. Cells are painted with {@code more} or
 * {@code less} at an opacity, so the middle of a diverging scale is the ground itself; blue and
 * orange keep apart for all common kinds of colour blindness, and the series follow Okabe and Ito
 * (2008).
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
          List.of("#0a4a92", "#b34a00", "#00795a", "#96456f", "#7a6200", "#2b7fb0"));

  static final Theme DARK =
      new Theme(
          "#101216",
          "#f4f5f8",
          "#a4abb8",
          "#333844",
          "#2a2e37",
          "#6fa9ea",
          "#ea8f5f",
          List.of("#86bdf7", "#f7a072", "#5fd0ae", "#e3a3c6", "#e0c95c", "#7fd4f0"));

  /** Style for figures, on their own and within a page. */
  static String css() {
    return SHAPES
        + LIGHT.rules()
        + "@media screen and (prefers-color-scheme:dark){"
        + DARK.rules()
        + "}";
  }

  private static final String SHAPES =
      ".fig{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif;"
          + "font-size:12px}"
          + ".fig .heading{font-size:14px;font-weight:600}"
          + ".fig .end{text-anchor:end}.fig .mid{text-anchor:middle}"
          + ".fig .line{stroke-width:2;stroke-linejoin:round}"
          + ".fig .band{fill-opacity:.16}.fig .fit{stroke-width:1.5}"
          + ".fig .faint{stroke-width:1.2}.fig .dots{stroke-width:2.4;stroke-linecap:round}"
          + ".fig .whisker{stroke-width:1.4}.fig .raster{image-rendering:pixelated}";

  private String rules() {
    StringBuilder css = new StringBuilder();
    css.append(rule(".ground", "fill:" + ground));
    css.append(rule("text", "fill:" + ink));
    css.append(rule("text.quiet", "fill:" + quiet));
    css.append(rule("text.on", "fill:" + ground));
    css.append(rule(".axis", "stroke:" + quiet + ";fill:none"));
    css.append(rule(".whisker", "stroke:" + ink + ";fill:none"));
    css.append(rule(".grid", "stroke:" + rule + ";fill:none"));
    css.append(rule(".blank", "fill:" + blank));
    css.append(rule(".more", "fill:" + more + ";stop-color:" + more));
    css.append(rule(".less", "fill:" + less + ";stop-color:" + less));
    for (int i = 0; i < series.size(); i++) {
      String colour = series.get(i);
      css.append(rule(".s" + i, "fill:" + colour + ";stroke:" + colour));
    }
    css.append(rule(".plain", "fill:" + quiet + ";stroke:" + quiet));
    css.append(rule(".line,.fig .fit,.fig .faint,.fig .dots", "fill:none"));
    css.append(rule(".band", "stroke:none"));
    return css.toString();
  }

  private static String rule(String selector, String style) {
    return ".fig " + selector + "{" + style + "}";
  }
}
