package org.taskaffinity.runtime.report;

import java.util.List;
import org.taskaffinity.runtime.figure.Markup;

/** A table whose first column names its rows; a reader's click on a heading sorts it. */
final class Table {
  private final Markup page;
  private final List<Column> columns;

  /**
   * @param heading what stands above it
   * @param number whether it holds numbers rather than words
   */
  private record Column(String heading, boolean number) {
    String style() {
      return number ? "number" : null;
    }
  }

  /**
   * Begins a table.
   *
   * @param caption what it lists
   * @param headings one a column; a column of numbers begins with {@code #}
   */
  Table(Markup page, String caption, String... headings) {
    this.page = page;
    columns = List.of(headings).stream().map(Table::column).toList();
    page.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    page.open("table", "class", "sortable").element("caption", caption);
    page.open("thead").open("tr");
    columns.forEach(c -> page.element("th", c.heading(), "scope", "col", "class", c.style()));
    page.close().close().open("tbody").line();
  }

  private static Column column(String heading) {
    boolean number = heading.startsWith("#");
    return new Column(number ? heading.substring(1) : heading, number);
  }

  /**
   * Adds a row.
   *
   * @param cells text or {@link Shortened} for each column; the first names the row
   */
  void row(Object... cells) {
    page.open("tr");
    for (int i = 0; i < cells.length; i++) {
      String[] attributes =
          i == 0 ? new String[] {"scope", "row"} : new String[] {"class", columns.get(i).style()};
      page.open(i == 0 ? "th" : "td", attributes);
      if (cells[i] instanceof Shortened text) {
        text.write(page);
      } else {
        page.text((String) cells[i]);
      }
      page.close();
    }
    page.close().line();
  }

  void end() {
    page.close().close().close().line();
  }
}
