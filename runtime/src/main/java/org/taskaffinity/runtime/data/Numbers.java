package org.taskaffinity.runtime.data;

import java.util.Arrays;
import org.taskaffinity.dsl.PlanException;

/**
 * A file's cells as numbers, read in one pass along the rows: a wide file takes several times as
 * long column by column.
 *
 * @param grid the cells
 * @param values [columns][rows]; NaN where the cell is missing, and from the first text on
 * @param text the first row of each column that holds neither a number nor nothing; −1 for none
 */
record Numbers(Grid grid, double[][] values, int[] text) {

  static Numbers of(Grid grid) {
    int columns = grid.header().size();
    Numbers numbers = new Numbers(grid, new double[columns][grid.rows().size()], new int[columns]);
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
      throw new PlanException(
          grid.place(row, column)
              + ": \""
              + grid.cell(row, column)
              + "\" is not a finite number.\n  write a number, or leave the cell empty if it was not"
              + " measured");
    }
    return values[column];
  }

  private void read(int row, String[] cells) {
    for (int c = 0; c < cells.length; c++) {
      boolean missing = text[c] >= 0 || Grid.missing(cells[c]);
      values[c][row] = missing ? Double.NaN : Grid.number(cells[c].strip());
      if (!missing && Double.isNaN(values[c][row])) {
        text[c] = row;
      }
    }
  }
}
