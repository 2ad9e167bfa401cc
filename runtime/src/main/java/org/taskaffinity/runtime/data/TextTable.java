package org.taskaffinity.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.PlanException;

/**
 * Reads a user's table of text, with what may stand above its header: a line {@code sep=;}, which
 * says the separator, and lines of comments that start with {@code #}. The last of those is the
 * header if it has as many fields as the line below and that is a row.
 */
final class TextTable {
  private static final Pattern SEP = Pattern.compile("(?i)\"?sep=(.|\\\\t)\"?[ \\t]*");
  private static final int BOM = 3;

  private final String where;
  private final byte[] bytes;
  private final List<String> notes;
  private int from;
  private char separator;

  private TextTable(String where, byte[] bytes, List<String> notes) {
    this.where = where;
    this.bytes = bytes;
    this.notes = notes;
    this.from = bytes.length >= BOM && (bytes[0] & 0xff) == 0xef ? BOM : 0;
  }

  /**
   * @param bytes in UTF-8
   * @param notes is told what was passed over, and how numbers were read
   * @throws PlanException if there are no rows, or a row is ragged
   */
  static Grid read(String where, byte[] bytes, List<String> notes) {
    return new TextTable(where, bytes, notes).read();
  }

  private Grid read() {
    boolean said = separatorLine();
    comments(said);
    separator = said ? separator : Separator.of(where, bytes, from);
    if (!said && (separator == ' ' || separator == '|')) {
      notes.add("fields are separated by " + (separator == ' ' ? "blanks" : "bars (|)"));
    }
    Grid grid = GridReader.read(where, bytes, from, separator);
    return separator == ',' ? grid : DecimalCommas.read(grid, notes);
  }

  private boolean separatorLine() {
    Matcher sep = SEP.matcher(line(from));
    if (!sep.matches()) {
      return false;
    }
    separator = sep.group(1).length() > 1 ? '\t' : sep.group(1).charAt(0);
    from = next(from);
    notes.add("the first line, sep=" + sep.group(1) + ", says the separator of fields");
    return true;
  }

  private void comments(boolean said) {
    List<Integer> starts = new ArrayList<>();
    int at = from;
    while (at < bytes.length && (bytes[at] == '#' || line(at).isBlank())) {
      if (bytes[at] == '#') {
        starts.add(at);
      }
      at = next(at);
    }
    if (starts.isEmpty()) {
      return;
    }
    int last = starts.get(starts.size() - 1);
    int afterMark = last + 1 + (last + 1 < bytes.length && bytes[last + 1] == ' ' ? 1 : 0);
    boolean header = at < bytes.length && header(afterMark, at, said);
    int comments = starts.size() - (header ? 1 : 0);
    if (comments > 0) {
      notes.add(
          comments == 1
              ? "1 line of comment above the header is passed over"
              : comments + " lines of comments above the header are passed over");
    }
    if (header) {
      notes.add("the # before the header is passed over");
    }
    from = header ? afterMark : at;
  }

  /** Whether a line behind a mark of comments names the columns of the line below. */
  private boolean header(int names, int row, boolean said) {
    char parts = said ? separator : Separator.of(where, bytes, row);
    List<String> above = fields(line(names), parts);
    List<String> below = fields(line(row), parts);
    return above.size() > 1
        && above.size() == below.size()
        && below.stream().anyMatch(TextTable::label)
        && above.stream().noneMatch(TextTable::label);
  }

  private static boolean label(String field) {
    return Missing.is(field) || !Double.isNaN(Grid.number(Blank.strip(field)));
  }

  private static List<String> fields(String line, char separator) {
    return List.of(line.split(Pattern.quote(String.valueOf(separator)), -1));
  }

  /** The line that starts here, without its end. */
  private String line(int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private int next(int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    at += at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 1 : 0;
    return Math.min(at + 1, bytes.length);
  }
}
