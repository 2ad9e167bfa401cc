package org.taskaffinity.runtime.vector;

/**
 * A matrix in panels: a few columns of it at a time, [panels][rows][PANEL], the last panel filled
 * up with zeros.
 *
 * <p>So every kernel reads and writes memory in order: a tile of rows is one run of floats, and a
 * panel's channels stay in registers while its rows go by. What fills up the last panel is zero in
 * parameters and stays zero in everything computed from them.
 *
 * <p>Grows and is used again; what it holds after {@link #shape} is undefined.
 */
final class Matrix {
  float[] data = {};
  int rows;
  int panels;

  Matrix shape(int rows, int columns) {
    this.rows = rows;
    panels = Lanes.panels(columns);
    int size = Math.multiplyExact(rows * Lanes.PANEL, panels);
    if (data.length < size) {
      data = new float[size + size / 8];
    }
    return this;
  }

  /** Where a panel begins. */
  int at(int panel) {
    return panel * stride();
  }

  /** Where a row of a panel begins. */
  int at(int panel, int row) {
    return panel * stride() + row * Lanes.PANEL;
  }

  /** From one panel to the next. */
  int stride() {
    return rows * Lanes.PANEL;
  }

  /** Takes rows from row-major numbers. */
  void take(float[] from, int columns, int firstRow, int endRow) {
    for (int panel = 0; panel < panels; panel++) {
      int first = panel * Lanes.PANEL;
      int some = Math.min(Lanes.PANEL, columns - first);
      for (int row = firstRow; row < endRow; row++) {
        int at = at(panel, row);
        System.arraycopy(from, row * columns + first, data, at, some);
        java.util.Arrays.fill(data, at + some, at + Lanes.PANEL, 0f);
      }
    }
  }

  /** Writes all rows as row-major numbers. */
  void give(float[] to, int columns) {
    for (int panel = 0; panel < panels; panel++) {
      int first = panel * Lanes.PANEL;
      int some = Math.min(Lanes.PANEL, columns - first);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(data, at(panel, row), to, row * columns + first, some);
      }
    }
  }
}
