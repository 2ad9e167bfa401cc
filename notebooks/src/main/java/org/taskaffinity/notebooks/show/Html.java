package org.taskaffinity.notebooks.show;

import java.util.List;

/**
 * Pieces of HTML. What a notebook shows has its style on the elements themselves, for pages keep or
 * drop style sheets as they please.
 */
public final class Html {
  static final String QUIET = "opacity:.75;font-size:.9em";
  private static final String CELL =
      "padding:.2em .8em .2em 0;border-bottom:1px solid rgba(128,128,128,.35);vertical-align:top;";

  private Html() {}

  /** Text, as it may stand between tags and within quoted attributes. */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String block(String content) {
    return "<div class=\"affinity\" style=\"margin:.3em 0\">" + content + "</div>";
  }

  static String paragraph(String text) {
    return "<p style=\"margin:.4em 0;max-width:46rem\">" + escaped(text) + "</p>";
  }

  static String quiet(String html) {
    return "<p style=\"margin:.4em 0;" + QUIET + "\">" + html + "</p>";
  }

  static String heading(String text) {
    return "<p style=\"margin:.6em 0 .2em;font-weight:600\">" + escaped(text) + "</p>";
  }

  /** Text that a reader should take away. */
  static String verdict(String text) {
    return "<p style=\"margin:.6em 0;padding:.1em 0 .1em .9em;border-left:4px solid #2b7fb0;"
        + "max-width:46rem\">"
        + escaped(text)
        + "</p>";
  }

  /** A table; cells that hold a number stand to the right. */
  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder out =
        new StringBuilder(
            "<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;"
                + "font-size:.9em;font-variant-numeric:tabular-nums;margin:.3em 0\"><thead><tr>");
    for (int i = 0; i < head.size(); i++) {
      out.append(cell("th", head.get(i), numeric(rows, i)));
    }
    out.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        out.append(cell("td", row.get(i), numeric(rows, i)));
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table></div>").toString();
  }

  private static String cell(String tag, String text, boolean right) {
    return "<"
        + tag
        + " style=\""
        + CELL
        + (tag.equals("th") ? "white-space:nowrap;" : "")
        + (right ? "text-align:right" : "text-align:left")
        + "\">"
        + escaped(text)
        + "</"
        + tag
        + ">";
  }

  private static boolean numeric(List<List<String>> rows, int column) {
    return !rows.isEmpty()
        && rows.stream()
            .allMatch(row -> column < row.size() && row.get(column).matches("|·|[-−]?[\\d.,]+"));
  }
}
