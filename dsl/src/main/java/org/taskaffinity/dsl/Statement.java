package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a value prints: verbs of the language, one after another, and what they are given.
 *
 * <pre>
 *   value    = first { "." verb arguments }
 *   first    = text | number | verb arguments | Enum "." CONSTANT | "new double[][]" rows
 * </pre>
 *
 * <p>A few milliseconds where a compiler takes a second. And a text that came with somebody else's
 * run is looked at, not executed: it reaches {@link Verbs} and nothing beyond.
 */
final class Statement {
  /** Printed values are four deep; what is nested a hundred times was made to do harm. */
  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private int depth;

  private Statement(String text) {
    tokens = new Tokens(text);
  }

  /**
   * The value that prints so.
   *
   * @throws DescriptionException if the text is no such value
   */
  static <T> T value(Class<T> type, String text) {
    Statement statement = new Statement(text);
    Object value = statement.value();
    statement.tokens.end();
    if (!type.isInstance(value)) {
      throw new DescriptionException(
          "This statement makes no " + type.getSimpleName() + ": " + Tokens.shortened(text));
    }
    return type.cast(value);
  }

  private Object value() {
    if (++depth > DEEPEST) {
      throw tokens.refused("at most " + DEEPEST + " values within one another");
    }
    Object value = first();
    while (tokens.taken(".")) {
      value = Verbs.of(value, tokens.word(), arguments());
    }
    depth--;
    return value;
  }

  private Object first() {
    Optional<Object> literal = tokens.literal();
    if (literal.isPresent()) {
      return literal.get();
    }
    String word = tokens.word();
    if (word.equals("new")) {
      return matrix();
    }
    return Character.isUpperCase(word.charAt(0)) ? constant(word) : Verbs.of(word, arguments());
  }

  private List<Object> arguments() {
    List<Object> arguments = new ArrayList<>();
    tokens.take("(");
    while (!tokens.taken(")")) {
      if (!arguments.isEmpty()) {
        tokens.take(",");
      }
      arguments.add(value());
    }
    return arguments;
  }

  /** {@code Norm.BATCH}, {@code Double.NaN}, {@code Figure.Scale.COUNT}. */
  private Object constant(String type) {
    tokens.take(".");
    String next = tokens.word();
    return tokens.taken(".")
        ? Verbs.constant(type + "$" + next, tokens.word())
        : Verbs.constant(type, next);
  }

  /** {@code new double[][] {{1.0, 0.5}, {0.5, 1.0}}}. */
  private double[][] matrix() {
    for (String part : List.of("double", "[", "]", "[", "]")) {
      tokens.take(part);
    }
    List<double[]> rows = new ArrayList<>();
    tokens.take("{");
    while (!tokens.taken("}")) {
      if (!rows.isEmpty()) {
        tokens.take(",");
      }
      rows.add(row());
    }
    return rows.toArray(double[][]::new);
  }

  private double[] row() {
    List<Double> row = new ArrayList<>();
    tokens.take("{");
    while (!tokens.taken("}")) {
      if (!row.isEmpty()) {
        tokens.take(",");
      }
      if (!(value() instanceof Number number)) {
        throw tokens.refused("a number");
      }
      row.add(number.doubleValue());
    }
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
