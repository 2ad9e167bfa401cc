package org.taskaffinity.notebooks.show;

import org.taskaffinity.dsl.FirstRows;

/** The first rows of a data set as a table; what was not measured is a dot. */
final class FirstRowsCard {
  /** Columns that are shown. */
  private static final int MOST = 60;

  private FirstRowsCard() {}

  static String of(FirstRows rows) {
    int shown = Math.min(MOST, rows.columns().size());
    StringBuilder out = new StringBuilder(Html.paragraph(rows.title()));
    out.append(
        Html.table(
            rows.columns().subList(0, shown),
            rows.rows().stream()
                .map(row -> row.subList(0, shown).stream().map(FirstRowsCard::cell).toList())
                .toList()));
    if (shown < rows.columns().size()) {
      out.append(Html.quiet("… and " + (rows.columns().size() - shown) + " more columns"));
    }
    rows.notes().forEach(note -> out.append(Html.quiet(Html.escaped("Note: " + note))));
    return out.toString();
  }

  private static String cell(String text) {
    return text.isEmpty() ? Numbers.NONE : text;
  }
}
