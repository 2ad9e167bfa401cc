package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One number.
 *
 * @param key what it is, as {@code paper.csv} calls it: {@code sider r}
 * @param value the number; NaN where it is undefined
 * @param spans its intervals, one for each unit that it can generalise over; empty for none
 * @param n how many pairs, molecules or trainings it is made of, or permutations for a p-value; 0
 *     where that says nothing
 * @param scale where its intervals are symmetric
 */
record Finding(String key, double value, List<Span> spans, int n, Scale scale) {
  Finding {
    if (key.isBlank() || key.contains("\n")) {
      throw new IllegalArgumentException("A finding needs a key of one line, not \"" + key + "\".");
    }
    spans = List.copyOf(spans);
  }

  static Finding of(String key, double value) {
    return of(key, value, 0);
  }

  static Finding of(String key, double value, int n) {
    return new Finding(key, value, List.of(), n, Scale.PLAIN);
  }

  /** A number that nothing is sampled for: a count, or of the complete data. */
  static Finding exact(String key, double value, int n) {
    return new Finding(key, value, List.of(Span.exact(value)), n, Scale.PLAIN);
  }

  /** The same number with one more interval. */
  Finding and(Span span) {
    List<Span> more = new ArrayList<>(spans);
    more.add(span);
    return new Finding(key, value, more, n, scale);
  }

  /** The interval over a unit, if it has ends. */
  Optional<Span> over(Over over) {
    return spans.stream().filter(s -> s.over() == over && s.defined()).findFirst();
  }

  /** The first interval, which tables and figures show. */
  Optional<Span> first() {
    return spans.stream().filter(Span::defined).findFirst();
  }

  double low() {
    return first().map(Span::low).orElse(Double.NaN);
  }

  double high() {
    return first().map(Span::high).orElse(Double.NaN);
  }

  boolean defined() {
    return !Double.isNaN(value);
  }

  boolean bounded() {
    return first().isPresent();
  }
}
