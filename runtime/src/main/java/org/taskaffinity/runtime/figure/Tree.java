package org.taskaffinity.runtime.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.TaskGroups;

/**
 * The merges of an agglomerative grouping, leaves at the left in the order of the groups.
 *
 * @param branches one a merge, from the nearest
 */
record Tree(List<Branch> branches) {
  private static final int NO_GROUP = -1;

  /**
   * A merge: from one cluster to where they meet, and back to the other.
   *
   * @param series class of its colour: that of the group it lies in, or plain
   * @param heights of its four corners
   * @param rows of its four corners; the first leaf is row 0
   * @param said its size and height
   */
  record Branch(String series, double[] heights, double[] rows, String said) {}

  /**
   * @param tasks in the order in which the merges count them
   */
  static Tree of(List<String> tasks, TaskGroups groups) {
    Map<String, Integer> groupOf = new HashMap<>();
    for (int g = 0; g < groups.groups().size(); g++) {
      for (String task : groups.groups().get(g)) {
        groupOf.put(task, g);
      }
    }
    int k = tasks.size();
    double[] height = new double[2 * k];
    double[] row = new double[2 * k];
    int[] group = new int[2 * k];
    for (int i = 0; i < k; i++) {
      row[i] = groups.order().indexOf(tasks.get(i));
      group[i] = groupOf.getOrDefault(tasks.get(i), NO_GROUP);
    }
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < groups.merges().size(); i++) {
      TaskGroups.Merge merge = groups.merges().get(i);
      int a = merge.left();
      int b = merge.right();
      double h = merge.height();
      height[k + i] = h;
      row[k + i] = (row[a] + row[b]) / 2;
      group[k + i] = group[a] == group[b] ? group[a] : NO_GROUP;
      branches.add(
          new Branch(
              group[k + i] == NO_GROUP ? "plain" : Colours.seriesName(group[k + i]),
              new double[] {height[a], h, h, height[b]},
              new double[] {row[a], row[a], row[b], row[b]},
              merge.size() + " tasks at distance " + Numbers.shown(h, 3)));
    }
    return new Tree(branches);
  }

  /** From height 0 at a place to the greatest height at another. */
  Ruler ruler(double from, double to) {
    DoubleStream reached = branches.stream().mapToDouble(b -> b.heights()[1]);
    return Ruler.within(DoubleStream.concat(DoubleStream.of(0), reached), from, to);
  }

  /**
   * Draws the merges.
   *
   * @param top of the first leaf's row
   * @param row height of a row
   */
  void draw(Canvas canvas, Ruler heights, double top, double row) {
    for (Branch branch : branches) {
      Trace trace = new Trace();
      for (int i = 0; i < branch.rows().length; i++) {
        trace.to(heights.at(branch.heights()[i]), top + (branch.rows()[i] + 0.5) * row);
      }
      canvas.line(branch.series() + " fit", trace, "", branch.said());
    }
  }

  /**
   * Draws what the heights mean.
   *
   * @param most ticks, beside that at 0
   */
  static void drawAxis(Canvas canvas, Ruler heights, int most, double bottom) {
    double[] ticks = heights.ticks();
    int every = (int) Math.ceil((ticks.length - 1) / (double) most);
    for (int i = 0; i < ticks.length; i += Math.max(1, every)) {
      double x = heights.at(ticks[i]);
      canvas.line("axis", x, bottom, x, bottom + 4);
      canvas.text(heights.label(ticks[i]), "quiet mid", x, bottom + 17);
    }
    canvas.line("axis", heights.from(), bottom, heights.to(), bottom);
    canvas.text("distance", "mid", (heights.from() + heights.to()) / 2, bottom + 32);
  }
}
