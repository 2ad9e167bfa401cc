package org.taskaffinity.runtime.data;

import java.util.Locale;
import java.util.Set;

/**
 * Which cells say that nothing was measured: blank ones ({@link Blank}), and, in any case and with
 * blanks around them, the words
 *
 * <pre>
 *   NA  NaN  N/A  N.A.  NULL  None  nil  nd  n.d.  nt  n.t.  missing  unknown  undetermined
 *   unspecified  inconclusive  (null)  \N  TBD  not done  not assayed  not applicable  not tested  not measured  not determined  not available
 *   ?  -  –  —  --  .  …   #N/A and the other errors of spreadsheets (#DIV/0!, #VALUE!, …)
 * </pre>
 */
final class Missing {
  private static final Set<String> WORDS =
      Set.of(
          "na",
          "nan",
          "-nan",
          "n/a",
          "n.a.",
          "n.a",
          "<na>",
          "n/d",
          "null",
          "none",
          "nil",
          "nd",
          "n.d.",
          "n.d",
          "nt",
          "n.t.",
          "n.t",
          "missing",
          "unknown",
          "undetermined",
          "unspecified",
          "inconclusive",
          "not tested",
          "not measured",
          "not determined",
          "not available",
          "no data",
          "not done",
          "not assayed",
          "not applicable",
          "(null)",
          "\\n",
          "tbd",
          "n/t",
          "?",
          "??",
          "-",
          "--",
          "---",
          "\u2212",
          "\u2010",
          "\u2013",
          "\u2014",
          ".",
          "..",
          "...",
          "\u2026",
          "#n/a",
          "#na",
          "#n/a n/a",
          "#div/0!",
          "#value!",
          "#ref!",
          "#name?",
          "#num!",
          "#null!",
          "#error!",
          "#spill!",
          "#calc!");

  private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElse(0);

  private Missing() {}

  static boolean is(String cell) {
    return stripped(Blank.strip(cell));
  }

  /** The same of a cell without blanks at its ends. */
  static boolean stripped(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    return text.length() <= LONGEST
        && (first < '0' || first > '9')
        && WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether the cell is empty, NA or NaN, which needs no note. */
  static boolean usual(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("na") || text.equalsIgnoreCase("nan");
  }
}
