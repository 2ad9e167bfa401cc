package org.taskaffinity.dsl;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values are written so that the compiler reads them back. */
final class Say {
  private Say() {}

  /**
   * A Java string literal; what is not printable ASCII is written as an escape where it must be.
   */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** A double literal that reads back as the same bits, NaN and infinities included. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(value);
  }

  /** A long literal, with its L where an int would not hold it. */
  static String number(long value) {
    return value == (int) value ? Long.toString(value) : value + "L";
  }

  /** A constant of one of the language's enums, as it is written in a script. */
  static String constant(Enum<?> value) {
    Class<?> type = value.getDeclaringClass();
    String outer = type.isMemberClass() ? type.getDeclaringClass().getSimpleName() + "." : "";
    return outer + type.getSimpleName() + "." + value.name();
  }

  /** {@code (a, b, c)} of what each value prints. */
  static String list(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /** {@code ("a", "b")}. */
  static String quotedList(Collection<String> values) {
    return values.stream().map(Say::quoted).collect(Collectors.joining(", ", "(", ")"));
  }

  /** {@code new double[][] {{1.0, 0.5}, {0.5, 1.0}}}. */
  static String matrix(double[][] values) {
    StringBuilder out = new StringBuilder("new double[][] {");
    for (int i = 0; i < values.length; i++) {
      out.append(i == 0 ? "" : ", ").append(row(values[i]));
    }
    return out.append('}').toString();
  }

  /** {@code {1.0, 0.5}}. */
  static String row(double[] values) {
    StringBuilder out = new StringBuilder("{");
    for (int j = 0; j < values.length; j++) {
      out.append(j == 0 ? "" : ", ").append(number(values[j]));
    }
    return out.append('}').toString();
  }

  /** The settings that every encoder has, as links of its chain. */
  static String settings(Encoder encoder) {
    return ".norm("
        + constant(encoder.norm())
        + ").dropout("
        + encoder.dropout()
        + ").projection("
        + encoder.projection()
        + ")";
  }
}
