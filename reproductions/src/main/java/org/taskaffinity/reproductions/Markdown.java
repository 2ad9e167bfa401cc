package org.taskaffinity.reproductions;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Text of numbers and cells in the report. */
final class Markdown {
  private Markdown() {}

  /** A table's cell. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /**
   * With every interval: {@code 0.92 [0.90, 0.94] over 3 seeds, [0.85, 0.96] over 12 tasks, n 66}.
   */
  static String number(Finding number) {
    if (!number.defined()) {
      return "undefined";
    }
    String spans =
        number.spans().stream()
            .filter(s -> s.defined() && s.over() != Over.EXACT && s.over() != Over.ONE_RUN)
            .map(s -> span(number, s))
            .collect(Collectors.joining(","));
    return plain(number.value()) + spans + n(number);
  }

  /** With the interval over one unit. */
  static String number(Finding number, Optional<Span> span, Over over) {
    String interval =
        over == Over.PERMUTATIONS
            ? ""
            : span.map(s -> s.over() == Over.EXACT ? ", exact" : span(number, s))
                .orElse(", no interval over " + over.word());
    return plain(number.value()) + interval + n(number);
  }

  private static String n(Finding number) {
    return number.n() > 0 ? ", n " + number.n() : "";
  }

  private static String span(Finding number, Span span) {
    return span.low() == span.high()
        ? " under each of " + span.of()
        : " [" + plain(span.low()) + ", " + plain(span.high()) + "] over " + span.of();
  }

  /** Three digits behind the point, fewer for large numbers. */
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    return size < 1e-3
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, size < 10 ? "%.3f" : "%.1f", value);
  }
}
