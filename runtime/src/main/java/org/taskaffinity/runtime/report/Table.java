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

  void row(String name, String... cells) {
    page.open("tr").element("th", name, "scope", "row");
    for (int i = 0; i < cells.length; i++) {
      page.element("td", cells[i], "class", columns.get(i + 1).style());
    }
    page.close().line();
  }

  void end() {
    page.close().close().close().line();
  }
}
