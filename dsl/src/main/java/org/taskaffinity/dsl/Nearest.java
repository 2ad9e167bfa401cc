package org.taskaffinity.dsl;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
        + to(asked, known).map(n -> "\n  did you mean: " + n + "?").orElse("");
  }

  /**
   * The known name with the fewest edits from the one asked for, if it is near enough to be meant.
   */
  public static Optional<String> to(String asked, Collection<String> known) {
    String folded = asked.toLowerCase(Locale.ROOT);
    Comparator<String> byEdits =
        Comparator.comparingInt(name -> edits(folded, name.toLowerCase(Locale.ROOT)));
    return List.copyOf(known).stream()
        .min(byEdits)
        .filter(
            name ->
                edits(folded, name.toLowerCase(Locale.ROOT)) <= Math.max(1, asked.length() / 3));
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
