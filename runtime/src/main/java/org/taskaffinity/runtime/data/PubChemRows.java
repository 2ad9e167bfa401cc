package org.taskaffinity.runtime.data;

import java.util.List;
import java.util.Optional;

/** Leaves out the rows of a PubChem bioassay table that describe its columns. */
final class PubChemRows {
  private static final String TAG = "PUBCHEM_RESULT_TAG";

  private PubChemRows() {}

  /** Rows tagged RESULT_TYPE, RESULT_DESCR, RESULT_UNIT and so on, above the first result. */
  static Grid without(Grid grid, List<String> notes) {
    int tag = grid.column(TAG);
    Optional<String[]> first =
        tag < 0
            ? Optional.empty()
            : grid.rows().stream().filter(row -> !row[tag].startsWith("RESULT_")).findFirst();
    int described = first.map(grid.rows()::indexOf).orElse(0);
    if (described == 0) {
      return grid;
    }
    notes.add(described + " rows of PubChem that describe the columns are passed over");
    return grid.picked(row -> row >= described);
  }
}
