package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Leaves out lines of a user's table that hold no molecule: the header again, as where files were
 * put together, the units below the header, and totals or means at the end.
 */
final class SpareRows {
  /** No single letter: C, N, O and S are molecules. */
  private static final Pattern UNIT =
      Pattern.compile(
          "[(\\[]?(?:%|[pnu\u00b5\u03bcm]M|[pnu\u00b5\u03bcmk]?(?:g|mol)/[mu\u00b5\u03bc]?(?:L|kg|mol)|k(?:cal|J)/mol"
              + "|[\u00b0\u00ba]C|nm|min|hrs?|log *\\(?[a-z/]*\\)?|units?)[)\\]]?",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "grand total",
          "subtotal",
          "sum",
          "mean",
          "average",
          "avg",
          "median",
          "minimum",
          "maximum",
          "std",
          "stdev",
          "std dev",
          "standard deviation",
          "count");

  private final Grid grid;
  private final BitSet spare = new BitSet();

  private SpareRows(Grid grid) {
    this.grid = grid;
  }

  /**
   * @param notes is told which lines are passed over
   */
  static Grid without(Grid grid, List<String> notes) {
    SpareRows rows = new SpareRows(grid);
    rows.note(rows.headers(), "the header again", notes);
    rows.note(rows.units(), "units", notes);
    rows.note(rows.totals(), "a total or mean", notes);
    return rows.spare.isEmpty() ? grid : grid.picked(row -> !rows.spare.get(row));
  }

  private List<Integer> headers() {
    return IntStream.range(0, grid.rows().size()).filter(this::header).boxed().toList();
  }

  private boolean header(int row) {
    String[] cells = grid.rows().get(row);
    return IntStream.range(0, cells.length)
        .allMatch(c -> Blank.name(cells[c]).equals(grid.header().get(c)));
  }

  private List<Integer> units() {
    if (grid.rows().size() < 2) {
      return List.of();
    }
    List<String> cells =
        Arrays.stream(grid.rows().get(0)).map(Blank::strip).filter(c -> !c.isEmpty()).toList();
    boolean blank = cells.size() < grid.header().size();
    boolean units = !cells.isEmpty() && cells.stream().allMatch(c -> UNIT.matcher(c).matches());
    return blank && units ? List.of(0) : List.of();
  }

  private List<Integer> totals() {
    List<Integer> found = new ArrayList<>();
    for (int row = grid.rows().size() - 1; row > 0 && total(row); row--) {
      found.add(0, row);
    }
    return found;
  }

  private boolean total(int row) {
    String first =
        Arrays.stream(grid.rows().get(row))
            .map(Blank::strip)
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .orElse("");
    return TOTALS.contains(first.replaceFirst("\\s*[:=]$", "").toLowerCase(Locale.ROOT));
  }

  private void note(List<Integer> rows, String what, List<String> notes) {
    rows.forEach(spare::set);
    if (!rows.isEmpty()) {
      String places = rows.stream().map(grid.places()::of).collect(Collectors.joining(", "));
      notes.add(places + (rows.size() == 1 ? " holds " : " hold ") + what + " (passed over)");
    }
  }
}
