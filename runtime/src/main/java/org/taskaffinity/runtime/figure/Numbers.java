package org.taskaffinity.runtime.figure;

import java.util.Locale;

/** Numbers as text, the same on every machine. */
public final class Numbers {
  private Numbers() {}

  /** A length in user units with at most two decimals: {@code 12}, {@code 12.5}, {@code -0.25}. */
  static String px(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    String fraction =
        rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
    return (hundredths < 0 ? "-" : "") + whole + fraction;
  }

  /** A value to be read, with a true minus sign and no negative zero; NaN is an en dash. */
  public static String shown(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return text.startsWith("-") ? (zero ? "" : "−") + text.substring(1) : text;
  }

  /** The same without the 0 before the point, for where room is scarce. */
  static String brief(double value, int decimals) {
    String text = shown(value, decimals);
    return text.replaceFirst("^(−?)0\\.", "$1.");
  }
}
