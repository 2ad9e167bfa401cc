package org.taskaffinity.scripts.terminal;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** How many colours a terminal shows, and how it is told of one. */
public enum Colours {
  NONE,
  /** The 256 of xterm: a cube of 6 × 6 × 6 and greys. */
  INDEXED,
  TRUE;

  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

  /**
   * What the environment says: {@code NO_COLOR} (no-color.org) above all, then {@code COLORTERM}
   * and {@code TERM}.
   *
   * @param environment a variable's value, or null
   */
  public static Colours of(UnaryOperator<String> environment) {
    String type = known(environment.apply("TERM"));
    if (!known(environment.apply("NO_COLOR")).isEmpty()
        || type.isEmpty()
        || type.matches("dumb|linux|ansi|cons25|emacs|vt\\d.*")) {
      return NONE;
    }
    String depth = known(environment.apply("COLORTERM")).toLowerCase(Locale.ROOT);
    boolean direct = depth.equals("truecolor") || depth.equals("24bit") || type.endsWith("-direct");
    return direct ? TRUE : INDEXED;
  }

  private static String known(String value) {
    return value == null ? "" : value;
  }

  /** Text in one of the terminal's own sixteen colours: 1 red, 2 green, 3 yellow, 4 blue, … */
  public String tinted(int colour, String text) {
    return this == NONE || text.isEmpty()
        ? text
        : "\u001B[" + (30 + colour) + "m" + text + "\u001B[39m";
  }

  /** Text of less weight. */
  public String quiet(String text) {
    return this == NONE || text.isEmpty() ? text : "\u001B[2m" + text + "\u001B[22m";
  }

  public String bold(String text) {
    return this == NONE || text.isEmpty() ? text : "\u001B[1m" + text + "\u001B[22m";
  }

  String ink(int rgb) {
    return "\u001B[38;" + code(rgb);
  }

  String ground(int rgb) {
    return "\u001B[48;" + code(rgb);
  }

  static String plain() {
    return "\u001B[0m";
  }

  private String code(int rgb) {
    int r = rgb >> 16 & 255;
    int g = rgb >> 8 & 255;
    int b = rgb & 255;
    return this == TRUE ? "2;" + r + ";" + g + ";" + b + "m" : "5;" + indexed(r, g, b) + "m";
  }

  /** The nearest of xterm's colours 16 to 255. */
  static int indexed(int r, int g, int b) {
    int[] cube = {nearest(r), nearest(g), nearest(b)};
    int grey =
        Math.max(0, Math.min(23, (r + g + b) / 3 / 10 - 1 + ((r + g + b) / 3 % 10 + 2) / 10));
    int level = 8 + 10 * grey;
    int ofCube = distance(r, g, b, STEPS[cube[0]], STEPS[cube[1]], STEPS[cube[2]]);
    return distance(r, g, b, level, level, level) < ofCube
        ? 232 + grey
        : 16 + 36 * cube[0] + 6 * cube[1] + cube[2];
  }

  private static int nearest(int channel) {
    int best = 0;
    for (int i = 1; i < STEPS.length; i++) {
      best = Math.abs(STEPS[i] - channel) < Math.abs(STEPS[best] - channel) ? i : best;
    }
    return best;
  }

  private static int distance(int r, int g, int b, int r2, int g2, int b2) {
    return (r - r2) * (r - r2) + (g - g2) * (g - g2) + (b - b2) * (b - b2);
  }
}
