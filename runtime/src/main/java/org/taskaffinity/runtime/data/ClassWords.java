package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that stand for the two classes of a task, in any case and with blanks around them.
 *
 * <pre>
 *   1: active    yes  y  true   t  positive  pos  +  high  present
 *   0: inactive  no   n  false  f  negative  neg  -  low   absent
 * </pre>
 *
 * <p>and any word with its own negation: {@code toxic} and {@code non-toxic}, {@code binder} and
 * {@code not a binder}, {@code soluble} and {@code insoluble}. The words of a column must be of one
 * such pair; the numbers 1 and 0 may stand among {@code active}, {@code yes}, {@code true} and
 * their opposites. Where {@code +} is one of them, {@code -} is a class and not a missing value.
 *
 * @param positive what 1 was written as
 * @param negative what 0 was written as; empty if no cell holds it
 * @param values one per row; NaN where the cell is missing
 */
record ClassWords(String positive, String negative, double[] values) {
  private static final List<List<Set<String>>> PAIRS =
      List.of(
          List.of(Set.of("active", "actives"), Set.of("inactive", "inactives", "in-active")),
          List.of(Set.of("yes", "y"), Set.of("no", "n")),
          List.of(Set.of("true", "t", ".true."), Set.of("false", "f", ".false.")),
          List.of(
              Set.of("positive", "pos", "+", "+ve"),
              Set.of("negative", "neg", "-", "\u2212", "\u2013", "-ve")),
          List.of(Set.of("high"), Set.of("low")),
          List.of(Set.of("present"), Set.of("absent")));

  /** Pairs of words, from the first, among which the numbers 1 and 0 may stand. */
  private static final int WITH_NUMBERS = 3;

  private static final Pattern NEGATED =
      Pattern.compile("(?:non|not|no|in|im|un)[ _-]*(?:an? )?(.{3,})");

  private static final int MOST = 8;

  /** A column's words as classes; empty if it holds anything else. */
  static Optional<ClassWords> of(Grid grid, int column) {
    Map<String, Double> meaning = new LinkedHashMap<>();
    for (String[] row : grid.rows()) {
      String word = folded(row[column]);
      if (!meaning.containsKey(word)) {
        meaning.put(word, Double.NaN);
        if (meaning.size() > MOST) {
          return Optional.empty();
        }
      }
    }
    boolean signs = meaning.containsKey("+");
    List<String> words = new ArrayList<>();
    meaning.keySet().stream()
        .filter(w -> !Missing.stripped(w) || signs && PAIRS.get(3).get(1).contains(w))
        .forEach(words::add);
    if (!known(words, meaning) && !negated(words, meaning)) {
      return Optional.empty();
    }
    double[] values =
        grid.rows().stream().mapToDouble(r -> meaning.get(folded(r[column]))).toArray();
    return Optional.of(
        new ClassWords(written(grid, column, values, 1), written(grid, column, values, 0), values));
  }

  private static String folded(String cell) {
    return Blank.strip(cell).toLowerCase(Locale.ROOT);
  }

  private static boolean known(List<String> words, Map<String, Double> meaning) {
    for (List<Set<String>> pair : PAIRS) {
      boolean numbers = PAIRS.indexOf(pair) < WITH_NUMBERS;
      List<String> spoken =
          words.stream().filter(w -> !numbers || Double.isNaN(zeroOne(w))).toList();
      if (!spoken.isEmpty()
          && spoken.stream().allMatch(w -> pair.get(0).contains(w) || pair.get(1).contains(w))) {
        words.stream().filter(w -> !spoken.contains(w)).forEach(w -> meaning.put(w, zeroOne(w)));
        spoken.forEach(w -> meaning.put(w, pair.get(0).contains(w) ? 1.0 : 0.0));
        return true;
      }
    }
    return false;
  }

  /** 0 or 1; NaN for anything else. */
  private static double zeroOne(String word) {
    double number = Grid.number(word);
    return number == 0 || number == 1 ? number : Double.NaN;
  }

  private static boolean negated(List<String> words, Map<String, Double> meaning) {
    if (words.size() != 2) {
      return false;
    }
    for (int positive = 0; positive < 2; positive++) {
      Matcher negation = NEGATED.matcher(words.get(1 - positive));
      if (negation.matches() && negation.group(1).equals(words.get(positive))) {
        meaning.put(words.get(positive), 1.0);
        meaning.put(words.get(1 - positive), 0.0);
        return true;
      }
    }
    return false;
  }

  private static String written(Grid grid, int column, double[] values, double meaning) {
    for (int row = 0; row < values.length; row++) {
      if (values[row] == meaning) {
        return Blank.strip(grid.cell(row, column));
      }
    }
    return "";
  }
}
