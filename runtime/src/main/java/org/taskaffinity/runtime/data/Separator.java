package org.taskaffinity.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What separates the fields of a table: tabs if the file is called {@code .tsv} or {@code .tab} and
 * its header has any; otherwise what the header has most of outside quotes, of commas, tabs,
 * semicolons and bars. Where it has none of them, blanks if they part every line into as many
 * fields, each blank for itself or several together.
 */
final class Separator {
  static final String KNOWN = ",\t;|";
  private static final int LINES = 50;

  private Separator() {}

  /**
   * @param where the file's path
   * @param from where the header starts
   */
  static char of(String where, byte[] bytes, int from) {
    int[] counts = counts(bytes, from);
    boolean named = where.matches("(?i).*\\.(tsv|tab)(\\.gz)?");
    boolean none = counts[0] + counts[1] + counts[2] + counts[3] == 0;
    if (named && (counts[1] > 0 || none)) {
      return '\t';
    }
    if (none) {
      return blanks(bytes, from, " ") || aligned(bytes, from) ? ' ' : ',';
    }
    if (counts[1] > counts[0] && counts[1] >= counts[2] && counts[1] >= counts[3]) {
      return '\t';
    }
    int most = counts[2] > counts[0] ? 2 : 0;
    return KNOWN.charAt(counts[3] > counts[most] ? 3 : most);
  }

  private static int[] counts(byte[] bytes, int from) {
    int[] counts = new int[KNOWN.length()];
    boolean quoted = false;
    for (int i = from; i < bytes.length && (quoted || bytes[i] != '\n' && bytes[i] != '\r'); i++) {
      quoted ^= bytes[i] == '"';
      int which = quoted ? -1 : KNOWN.indexOf((char) (bytes[i] & 0xff));
      if (which >= 0) {
        counts[which]++;
      }
    }
    return counts;
  }

  /** Whether several blanks together separate the fields, so that columns are aligned. */
  static boolean aligned(byte[] bytes, int from) {
    return !blanks(bytes, from, " ") && blanks(bytes, from, " +");
  }

  private static boolean blanks(byte[] bytes, int from, String blank) {
    int length = Math.min(bytes.length - from, 1 << 16);
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    List<String> lines =
        text.lines()
            .filter(l -> !l.isBlank())
            .map(l -> blank.length() == 1 ? l : l.strip())
            .limit(LINES)
            .toList();
    int fields = lines.isEmpty() ? 0 : lines.get(0).split(blank, -1).length;
    int whole =
        lines.size() < LINES && length < bytes.length - from ? lines.size() - 1 : lines.size();
    return fields > 1
        && whole > 1
        && lines.subList(0, whole).stream().allMatch(l -> l.split(blank, -1).length == fields);
  }
}
