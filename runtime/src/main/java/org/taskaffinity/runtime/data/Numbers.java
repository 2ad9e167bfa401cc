package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.taskaffinity.dsl.PlanException;

/**
 * A file's cells as numbers, read in one pass along the rows: a wide file takes several times as
 * long column by column.
 *
 * @param grid the cells
 * @param values [columns][rows]; NaN where the cell is missing, and from the first text on
 * @param text the first row of each column that holds neither a number nor nothing; −1 for none
 * @param words of each column, those that say "not measured" and are neither NA nor NaN, with how
 *     many; counted up to the first text
 */
record Numbers(Grid grid, double[][] values, int[] text, List<Map<String, Integer>> words) {

  static Numbers of(Grid grid) {
    int columns = grid.header().size();
    Numbers numbers =
        new Numbers(
            grid,
            new double[columns][grid.rows().size()],
            new int[columns],
            Stream.<Map<String, Integer>>generate(TreeMap::new).limit(columns).toList());
    Arrays.fill(numbers.text, -1);
    for (int row = 0; row < grid.rows().size(); row++) {
      numbers.read(row, grid.rows().get(row));
    }
    return numbers;
  }

  /** Whether no cell of the column holds anything. */
  boolean empty(int column) {
    return text[column] < 0 && Arrays.stream(values[column]).allMatch(Double::isNaN);
  }

  /**
   * The numbers of a column.
   *
   * @throws PlanException if it holds something else too
   */
  double[] checked(int column) {
    int row = text[column];
    if (row >= 0) {
      throw new PlanException(grid.place(row, column) + ": " + NoNumber.refused(grid, row, column));
    }
    return values[column];
  }

  private void read(int row, String[] cells) {
    for (int c = 0; c < cells.length; c++) {
      if (text[c] >= 0) {
        values[c][row] = Double.NaN;
        continue;
      }
      String cell = Blank.strip(cells[c]);
      boolean missing = Missing.stripped(cell);
      values[c][row] = missing ? Double.NaN : Grid.number(cell);
      if (!missing && Double.isNaN(values[c][row])) {
        text[c] = row;
      }
      if (missing && !Missing.usual(cell)) {
        words.get(c).merge(cell, 1, Integer::sum);
      }
    }
  }
}
