package org.taskaffinity.runtime.figure;

import java.util.List;

/**
 * Where the parts of a heat map lie. Names and values are 11 user units or larger, for that is 6
 * points on paper, or they are left out. The size of a cell depends on the number of tasks alone,
 * so maps of the same tasks have the same size.
 *
 * @param cell width and height of a cell
 * @param nameRoom longest name that is written out; 0 for none
 * @param left room for the names of rows
 * @param above room for the names of columns
 * @param tree room for a tree at the right
 * @param values how values are written
 * @param turn of the names of columns, in degrees
 * @param tasks how many
 */
record HeatMapLayout(
    double cell,
    double nameRoom,
    double left,
    double above,
    double tree,
    Values values,
    int turn,
    int tasks) {

  /** Up to so many tasks each entry is a cell of its own, with a tooltip. */
  static final int WITH_CELLS = 60;

  /** Up to so many tasks have values in their cells. */
  static final int WITH_VALUES = 30;

  /** Up to so many tasks have their names at a slant. */
  private static final int SLANTED = 14;

  private static final double READABLE = 11;

  /** Share of a cell's width that a value may take. */
  private static final double FILLED = 0.925;

  /** Names cut shorter than this tell nothing. */
  private static final double SHORTEST = 20;

  /** Names take at least so much room where they need it, and at most so much. */
  private static final double NAMES = 240;

  private static final double LONGEST_NAME = 340;

  /** Width that a figure may take on a page for the sake of its names. */
  private static final double PAGE = 1000;

  private static final double NAMELESS_LEFT = 26;
  private static final double MARGIN = 10;

  /**
   * How values are written in their cells.
   *
   * @param size of the font; 0 where they are left out
   * @param shortened whether they are shortened to fit
   */
  record Values(double size, boolean shortened) {
    private static final Values NONE = new Values(0, false);

    /** In full, else shortened, else not at all: the first that fits the cell. */
    private static Values of(int tasks, double cell, double[] longest) {
      for (int level = 0; level < longest.length && tasks <= WITH_VALUES; level++) {
        double fitting = Math.min(13, Math.min(cell * 0.44, FILLED * cell / longest[level]));
        if (fitting >= READABLE) {
          return new Values(fitting, level > 0);
        }
      }
      return NONE;
    }
  }

  /**
   * @param longest widths of the longest value in a font of size 1: in full, and shortened
   */
  static HeatMapLayout of(List<String> names, double[] longest, boolean narrow, boolean tree) {
    double besides = tree ? narrow ? 62 : 104 : 0;
    return narrow ? narrow(names, longest, besides) : wide(names, longest, besides);
  }

  private static HeatMapLayout wide(List<String> names, double[] longest, double tree) {
    int k = names.size();
    double base =
        k <= 6 ? 46 : k <= SLANTED ? 38 : k <= WITH_VALUES ? 33 : k <= WITH_CELLS ? 12 : 0;
    double cell = base == 0 ? 640.0 / k : base;
    double spare = PAGE - k * cell - tree - MARGIN - 12;
    double room = base == 0 ? 0 : Math.max(NAMES, Math.min(LONGEST_NAME, spare));
    return of(names, cell, room, longest, tree, k <= SLANTED ? -45 : -90);
  }

  private static HeatMapLayout narrow(List<String> names, double[] longest, double tree) {
    int k = Math.max(1, names.size());
    double left = Frame.WIDTH - READABLE * k - 12 - tree - MARGIN;
    double room = Math.min(130, Math.min(left, Text.widest(names, READABLE)));
    if (room < SHORTEST) {
      return of(names, (Frame.WIDTH - NAMELESS_LEFT - tree - MARGIN) / k, 0, longest, tree, -90);
    }
    double cell = Math.min(46, (Frame.WIDTH - room - 12 - tree - MARGIN) / k);
    return of(names, cell, room, longest, tree, -90);
  }

  private static HeatMapLayout of(
      List<String> names, double cell, double nameRoom, double[] longest, double tree, int turn) {
    double widest = Math.min(nameRoom, Text.widest(names, nameSize(cell)));
    return new HeatMapLayout(
        cell,
        nameRoom,
        nameRoom == 0 ? NAMELESS_LEFT : widest + 12,
        nameRoom == 0 ? 0 : widest * Math.sin(Math.toRadians(-turn)) + 6,
        tree,
        Values.of(names.size(), cell, longest),
        turn,
        names.size());
  }

  private static double nameSize(double cell) {
    return Math.min(12, Math.max(READABLE, cell * 0.42));
  }

  double nameSize() {
    return nameSize(cell);
  }

  boolean named() {
    return nameRoom > 0;
  }

  double side() {
    return cell * tasks;
  }

  /** Of the whole figure; slanted names reach beyond the last column. */
  double width() {
    double overhang = turn == -45 && named() ? above - cell / 2 : 0;
    return left + Math.max(side() + Math.max(Math.max(MARGIN, overhang), tree), 200);
  }
}
