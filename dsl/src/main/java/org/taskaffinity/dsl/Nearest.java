package org.taskaffinity.dsl;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that were not found, and what may have been meant. */
public final class Nearest {
  private static final int SHOWN = 40;

  private Nearest() {}

  /**
   * {@code No task "SR-P53" in dataset "tox21".} with the known names and the nearest of them.
   *
   * @param what what kind of thing was asked for
   * @param asked the name that was asked for
   * @param where where it was looked for
   * @param known the names there are
   */
  public static String unknown(String what, String asked, String where, Collection<String> known) {
    return unknown(what, asked, where, known, known);
  }

  /**
   * The same where more could have been meant than is worth listing.
   *
   * @param among where the nearest name is looked for
   */
  public static String unknown(
      String what, String asked, String where, Collection<String> known, Collection<String> among) {
    String shown = known.stream().limit(SHOWN).collect(Collectors.joining(", "));
    String more = known.size() > SHOWN ? ", … (" + known.size() + " in all)" : "";
    return "No "
        + what
        + " \""
        + asked
        + "\" in "
        + where
        + ".\n  known: "
        + (known.isEmpty() ? "none" : shown + more)
        + to(asked, among).map(n -> "\n  did you mean: " + n + "?").orElse("");
  }

  /**
   * The known name that was likely meant: one that differs in case; else one that starts with what
   * was asked and continues with another word ({@code NR-AR (active)} for {@code NR-AR}), or the
   * other way round; else the one with the fewest edits, if they are few.
   */
  public static Optional<String> to(String asked, Collection<String> known) {
    String folded = asked.toLowerCase(Locale.ROOT);
    Optional<String> near =
        Stream.<Predicate<String>>of(
                folded::equals, name -> goesOn(folded, name), name -> goesOn(name, folded))
            .flatMap(fits -> known.stream().filter(n -> fits.test(n.toLowerCase(Locale.ROOT))))
            .findFirst();
    if (near.isPresent()) {
      return near;
    }
    Comparator<String> byEdits =
        Comparator.comparingInt(name -> edits(folded, name.toLowerCase(Locale.ROOT)));
    return List.copyOf(known).stream()
        .min(byEdits)
        .filter(
            name ->
                edits(folded, name.toLowerCase(Locale.ROOT)) <= Math.max(1, asked.length() / 3));
  }

  /**
   * Whether a text starts with another, and goes on after a blank, in brackets or after a comma.
   */
  private static boolean goesOn(String start, String text) {
    return !start.isBlank()
        && text.startsWith(start)
        && text.substring(start.length()).matches("(?s)[\\s(\\[{,;:/].*");
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
