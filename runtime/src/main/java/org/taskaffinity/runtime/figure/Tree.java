package org.taskaffinity.runtime.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.TaskGroups;

/** The merges of an agglomerative grouping, leaves at the left in the order of the groups. */
final class Tree {
  private static final int NO_GROUP = -1;

  private final List<String> tasks;
  private final TaskGroups groups;
  private Ruler heights = new Ruler(0, 1, 1, 0, 1);

  private Tree(List<String> tasks, TaskGroups groups) {
    this.tasks = tasks;
    this.groups = groups;
  }

  /**
   * @param tasks in the order in which the merges count them
   */
  static Tree of(List<String> tasks, TaskGroups groups) {
    return new Tree(tasks, groups);
  }

  /**
   * Draws the merges.
   *
   * @param from where height 0 lies
   * @param to where the greatest height lies, or less
   * @param row height of a leaf
   */
  void draw(Canvas canvas, double from, double to, double top, double row) {
    DoubleStream reached = groups.merges().stream().mapToDouble(TaskGroups.Merge::height);
    heights = Ruler.within(DoubleStream.concat(DoubleStream.of(0), reached), from, to);
    Map<String, Integer> groupOf = groupOf();
    int k = tasks.size();
    double[] x = new double[2 * k];
    double[] y = new double[2 * k];
    int[] group = new int[2 * k];
    for (int i = 0; i < k; i++) {
      x[i] = heights.at(0);
      y[i] = top + (groups.order().indexOf(tasks.get(i)) + 0.5) * row;
      group[i] = groupOf.getOrDefault(tasks.get(i), NO_GROUP);
    }
    for (int i = 0; i < groups.merges().size(); i++) {
      TaskGroups.Merge merge = groups.merges().get(i);
      int a = merge.left();
      int b = merge.right();
      x[k + i] = heights.at(merge.height());
      y[k + i] = (y[a] + y[b]) / 2;
      group[k + i] = group[a] == group[b] ? group[a] : NO_GROUP;
      Trace trace = new Trace().to(x[a], y[a]).to(x[k + i], y[a]);
      trace.to(x[k + i], y[b]).to(x[b], y[b]);
      canvas.line(series(group[k + i]) + " fit", trace, "", said(merge));
    }
  }

  /**
   * Draws what the heights mean, after the merges.
   *
   * @param most ticks, beside that at 0
   */
  void drawAxis(Canvas canvas, int most, double bottom) {
    double[] ticks = heights.ticks();
    int every = (int) Math.ceil((ticks.length - 1) / (double) most);
    for (int i = 0; i < ticks.length; i += every) {
      double x = heights.at(ticks[i]);
      canvas.line("axis", x, bottom, x, bottom + 4);
      canvas.text(heights.label(ticks[i]), "quiet mid", x, bottom + 17);
    }
    canvas.line("axis", heights.from(), bottom, heights.to(), bottom);
    canvas.text("distance", "mid", (heights.from() + heights.to()) / 2, bottom + 32);
  }

  private static String said(TaskGroups.Merge merge) {
    return merge.size() + " tasks at distance " + Numbers.shown(merge.height(), 3);
  }

  private static String series(int group) {
    return group == NO_GROUP ? "plain" : "s" + group % Theme.LIGHT.series().size();
  }

  private Map<String, Integer> groupOf() {
    Map<String, Integer> groupOf = new HashMap<>();
    for (int g = 0; g < groups.groups().size(); g++) {
      for (String task : groups.groups().get(g)) {
        groupOf.put(task, g);
      }
    }
    return groupOf;
  }
}
