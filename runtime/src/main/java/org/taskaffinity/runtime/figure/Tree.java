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
 * @param start height where the axis begins, and where the leaves are drawn
 * @param branches one for each merge, from the nearest
 */
record Tree(double start, List<Branch> branches) {
  private static final int NO_GROUP = -1;

  /** The axis begins before the first merge, by this share of what it shows. */
  private static final double LEAD = 0.08;

  /**
   * A merge: from one cluster to where they meet, and back to the other.
   *
   * @param series class of its colour: that of the group it lies in, or plain
   * @param dashes which dashes it has, 0 for none: groups of one colour differ in their dashes
   * @param heights of its four corners
   * @param rows of its four corners; the first leaf is row 0
   * @param said its size and height
   */
  record Branch(String series, int dashes, double[] heights, double[] rows, String said) {}

  /**
   * @param tasks in the order in which the merges count them
   */
  static Tree of(List<String> tasks, TaskGroups groups) {
    Map<String, Integer> groupOf = groups.structured() ? numbered(groups) : Map.of();
    int k = tasks.size();
    double start = start(groups.merges());
    double[] height = new double[2 * k];
    double[] row = new double[2 * k];
    int[] group = new int[2 * k];
    for (int i = 0; i < k; i++) {
      height[i] = start;
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
              group[k + i] == NO_GROUP ? 0 : group[k + i] / Theme.LIGHT.series().size(),
              new double[] {height[a], h, h, height[b]},
              new double[] {row[a], row[a], row[b], row[b]},
              merge.size() + " tasks at distance " + Numbers.shown(h, 3)));
    }
    return new Tree(start, branches);
  }

  /**
   * Numbers of the groups that have merges of their own, by task. Groups beyond what colours and
   * dashes can tell apart have none: no two groups look alike.
   */
  private static Map<String, Integer> numbered(TaskGroups groups) {
    int most = Theme.LIGHT.series().size() * CurvePicture.DASHES.size();
    Map<String, Integer> numbers = new HashMap<>();
    int next = 0;
    for (List<String> group : groups.groups()) {
      if (group.size() > 1 && next < most) {
        int number = next++;
        group.forEach(task -> numbers.put(task, number));
      }
    }
    return numbers;
  }

  /** Shortly before the first merge, at 0 or above. */
  private static double start(List<TaskGroups.Merge> merges) {
    var heights = merges.stream().mapToDouble(TaskGroups.Merge::height).summaryStatistics();
    if (merges.isEmpty()) {
      return 0;
    }
    double shown = heights.getMax() - heights.getMin();
    double lead = shown > 0 ? LEAD * shown / (1 - LEAD) : 0.1 * heights.getMin();
    return Math.max(Math.min(0, heights.getMin()), heights.getMin() - lead);
  }

  /** From shortly before the first merge at a place to the greatest height at another. */
  Ruler ruler(double from, double to) {
    DoubleStream reached = branches.stream().mapToDouble(b -> b.heights()[1]);
    return Ruler.within(DoubleStream.concat(DoubleStream.of(start), reached), from, to);
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
      canvas.line(
          branch.series() + " fit", trace, CurvePicture.DASHES.get(branch.dashes()), branch.said());
    }
  }

  /**
   * Draws what the heights mean.
   *
   * @param most ticks, in addition to the first
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
