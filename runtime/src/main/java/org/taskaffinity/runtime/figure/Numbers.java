package org.taskaffinity.runtime.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String text = grouped(rounded.abs().toPlainString());
    return rounded.signum() < 0 ? "−" + text : text;
  }

  /** Commas between groups of three digits before the point. */
  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** The same without the 0 before the point, for where room is scarce. */
  static String brief(double value, int decimals) {
    String text = shown(value, decimals);
    return text.startsWith("0.")
        ? text.substring(1)
        : text.startsWith("−0.") ? "−" + text.substring(2) : text;
  }
}
