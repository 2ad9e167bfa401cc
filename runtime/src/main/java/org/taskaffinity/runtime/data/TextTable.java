package org.taskaffinity.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.PlanException;

/**
 * Reads a user's table of text, with what may stand above its header: a line {@code sep=;}, which
 * says the separator, lines of comments that start with {@code #}, and titles without a separator.
 * The last comment is the header if it has as many fields as the line below and that is a row.
 */
final class TextTable {
  private static final Pattern SEP = Pattern.compile("(?i)\"?sep=(.|\\\\t)\"?[ \\t]*");
  private static final int BOM = 3;
  private static final int MOST_TITLES = 5;
  private static final Pattern FORMULA = Pattern.compile("=\"([^\"]*)\"");

  private final String where;
  private byte[] bytes;
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
    titles();
    separator = said ? separator : Separator.of(where, bytes, from);
    if (!said && (separator == ' ' || separator == '|')) {
      notes.add("fields are separated by " + (separator == ' ' ? "blanks" : "bars (|)"));
    }
    if (separator == ' ' && Separator.aligned(bytes, from)) {
      align();
    }
    Grid grid = formulas(GridReader.read(where, bytes, from, separator, quote()));
    Grid table = Titles.without(grid, notes);
    return separator == ',' ? table : DecimalCommas.read(table, notes);
  }

  /** Lines without a separator, above two lines with the same number of fields. */
  private void titles() {
    int at = from;
    int titles = 0;
    while (at < bytes.length && titles <= MOST_TITLES && !separated(line(at))) {
      titles += line(at).isBlank() ? 0 : 1;
      at = next(at);
    }
    if (titles == 0 || titles > MOST_TITLES || at >= bytes.length) {
      return;
    }
    char parts = Separator.of(where, bytes, at);
    List<String> names = fields(line(at), parts);
    boolean table = fields(line(next(at)), parts).size() == names.size();
    if (table && names.stream().noneMatch(TextTable::label)) {
      notes.add(
          titles == 1
              ? "1 line above the header is passed over"
              : titles + " lines above the header are passed over");
      from = at;
    }
  }

  private static boolean separated(String line) {
    return line.chars().anyMatch(c -> Separator.KNOWN.indexOf(c) >= 0);
  }

  /** Fields that several blanks separate, so that columns are aligned, with one blank each. */
  private void align() {
    String head = new String(bytes, 0, from, StandardCharsets.UTF_8);
    String rest = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    bytes =
        (head + rest.replaceAll("(?m)^ +| +$", "").replaceAll(" +", " "))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** The apostrophe if every name of the header stands in two, else the quotation mark. */
  private char quote() {
    List<String> names = fields(line(from), separator);
    return names.stream().allMatch(name -> name.strip().matches("'[^']*'")) ? '\'' : '"';
  }

  /** Cells as a spreadsheet is told to take them for text: {@code ="64-17-5"}. */
  private Grid formulas(Grid grid) {
    boolean any =
        grid.rows().stream().flatMap(Arrays::stream).anyMatch(c -> FORMULA.matcher(c).matches());
    if (!any) {
      return grid;
    }
    notes.add("cells written as =\"…\" are read as the text between the quotes");
    List<String> header = grid.header().stream().map(TextTable::unquoted).toList();
    List<String[]> rows =
        grid.rows().stream()
            .map(row -> Arrays.stream(row).map(TextTable::unquoted).toArray(String[]::new))
            .toList();
    return grid.with(header, rows);
  }

  private static String unquoted(String cell) {
    return cell.startsWith("=") ? FORMULA.matcher(cell).replaceFirst("$1") : cell;
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
