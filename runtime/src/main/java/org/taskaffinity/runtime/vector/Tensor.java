package org.taskaffinity.runtime.vector;

/**
 * Where one named tensor lies within a flat array, and how: in panels of columns.
 *
 * <p>Its columns are those of several groups side by side (the heads; 1 for all else), and each
 * group has panels of its own. Element (r, g, j) lies at
 *
 * <pre>
 *   at + ((g · panels + j / PANEL) · depth + r) · PANEL + j mod PANEL
 * </pre>
 *
 * @param name a path such as "encoder/0/weight"
 * @param at where it begins
 * @param rows of a matrix; 1 for a vector
 * @param depth rows with those that fill up, so that Wᵀ has whole panels too; 1 for a vector
 * @param groups heads
 * @param width columns of a group
 */
record Tensor(String name, int at, int rows, int depth, int groups, int width) {

  /** Panels of a group. */
  int panels() {
    return Lanes.panels(width);
  }

  /** Where a panel of a group begins. */
  int panel(int group, int panel) {
    return at + (group * panels() + panel) * depth * Lanes.PANEL;
  }

  /** Where a vector's group begins. */
  int group(int group) {
    return panel(group, 0);
  }

  /** Floats it takes, with what fills up. */
  int size() {
    return groups * panels() * depth * Lanes.PANEL;
  }

  /** Numbers it holds. */
  int count() {
    return rows * groups * width;
  }

  /** Writes row-major numbers into the flat array. */
  void put(float[] values, float[] flat) {
    for (int r = 0, i = 0; r < rows; r++) {
      for (int g = 0; g < groups; g++) {
        for (int j = 0; j < width; j++, i++) {
          flat[index(r, g, j)] = values[i];
        }
      }
    }
  }

  /** Row-major numbers out of the flat array. */
  void get(float[] flat, float[] values, int offset) {
    for (int r = 0, i = offset; r < rows; r++) {
      for (int g = 0; g < groups; g++) {
        for (int j = 0; j < width; j++, i++) {
          values[i] = flat[index(r, g, j)];
        }
      }
    }
  }

  /** A copy in row-major order. */
  float[] get(float[] flat) {
    float[] values = new float[count()];
    get(flat, values, 0);
    return values;
  }

  int index(int row, int group, int column) {
    return panel(group, column / Lanes.PANEL) + row * Lanes.PANEL + column % Lanes.PANEL;
  }
}
