package org.taskaffinity.runtime.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.TaskGroups;

/** The merges of an agglomerative grouping as a tree, its leaves at the left in drawing order. */
final class DendrogramPicture {
  /** Beyond so many tasks their names are left out. */
  private static final int WITH_NAMES = 120;

  private static final double NAME_ROOM = 170;
  private static final double TOP = 34;
  private static final int NO_GROUP = -1;

  private final Canvas canvas;
  private final List<String> tasks;
  private final TaskGroups groups;
  private final double row;
  private final Ruler heights;

  private DendrogramPicture(String id, List<String> tasks, TaskGroups groups) {
    canvas = new Canvas(id, "Tasks merged by their distance");
    this.tasks = tasks;
    this.groups = groups;
    row = tasks.size() <= WITH_NAMES ? 19 : 1200.0 / tasks.size();
    double names = tasks.size() <= WITH_NAMES ? Text.widest(tasks, 12) : 0;
    double left = Math.min(NAME_ROOM, names) + 16;
    DoubleStream reached = groups.merges().stream().mapToDouble(TaskGroups.Merge::height);
    heights = Ruler.around(DoubleStream.concat(DoubleStream.of(0), reached), left, Frame.RIGHT);
  }

  static Drawing draw(String id, List<String> tasks, TaskGroups groups) {
    return new DendrogramPicture(id, tasks, groups).drawn();
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    double bottom = TOP + row * tasks.size() + 6;
    drawAxis(bottom);
    if (tasks.size() <= WITH_NAMES) {
      drawNames();
    }
    drawMerges();
    String said =
        tasks.size()
            + " tasks in "
            + groups.groups().size()
            + " groups, merged by "
            + groups.grouping()
            + ".";
    return canvas.drawing(Frame.WIDTH, bottom + 46, said);
  }

  private void drawAxis(double bottom) {
    for (double tick : heights.ticks()) {
      canvas.line("grid", heights.at(tick), TOP, heights.at(tick), bottom);
      canvas.text(heights.label(tick), "quiet mid", heights.at(tick), bottom + 16);
    }
    double middle = (heights.from() + heights.to()) / 2;
    canvas.text("distance 1 − G", "mid", middle, bottom + 36);
  }

  private void drawNames() {
    for (int i = 0; i < tasks.size(); i++) {
      String task = groups.order().get(i);
      String name = Text.fitted(task, NAME_ROOM, 12);
      canvas.label(name, task, "end", 12, heights.from() - 8, TOP + (i + 0.5) * row + 4, 0);
    }
  }

  private void drawMerges() {
    Map<String, Integer> groupOf = groupOf();
    int k = tasks.size();
    double[] x = new double[2 * k];
    double[] y = new double[2 * k];
    int[] group = new int[2 * k];
    for (int i = 0; i < k; i++) {
      x[i] = heights.at(0);
      y[i] = TOP + (groups.order().indexOf(tasks.get(i)) + 0.5) * row;
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
      drawMerge(merge, group[k + i], trace.to(x[k + i], y[b]).to(x[b], y[b]));
    }
  }

  private void drawMerge(TaskGroups.Merge merge, int group, Trace trace) {
    String series = group == NO_GROUP ? "plain" : "s" + group % Theme.LIGHT.series().size();
    canvas.body().open("path", "class", series + " fit", "d", trace.toString());
    String tasks = merge.size() + " tasks at distance ";
    canvas.tooltip(tasks + Numbers.shown(merge.height(), 3)).close().line();
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
