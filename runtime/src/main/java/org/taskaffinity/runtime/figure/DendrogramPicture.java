package org.taskaffinity.runtime.figure;

import java.util.List;
import org.taskaffinity.dsl.TaskGroups;

/** The merges of an agglomerative grouping as a tree, its leaves at the left in drawing order. */
final class DendrogramPicture {
  /** Beyond so many tasks their names are left out. */
  private static final int WITH_NAMES = 120;

  private static final double NAME_ROOM = 170;
  private static final double TOP = 34;

  private final Canvas canvas = new Canvas("Tasks merged by their distance");
  private final List<String> tasks;
  private final TaskGroups groups;
  private final double row;

  private DendrogramPicture(List<String> tasks, TaskGroups groups) {
    this.tasks = tasks;
    this.groups = groups;
    row = tasks.size() <= WITH_NAMES ? 19 : 1200.0 / tasks.size();
  }

  static Drawing draw(List<String> tasks, TaskGroups groups) {
    return new DendrogramPicture(tasks, groups).drawn();
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    double names = tasks.size() <= WITH_NAMES ? Text.widest(tasks, 12) : 0;
    double left = Math.min(NAME_ROOM, names) + 16;
    double bottom = TOP + row * tasks.size() + 6;
    if (tasks.size() <= WITH_NAMES) {
      drawNames(left);
    }
    Tree tree = Tree.of(tasks, groups);
    Ruler heights = tree.ruler(left, Frame.RIGHT);
    tree.draw(canvas, heights, TOP, row);
    Tree.drawAxis(canvas, heights, 6, bottom);
    String said =
        tasks.size()
            + " tasks in "
            + groups.groups().size()
            + " groups, merged by "
            + groups.grouping()
            + ".";
    return canvas.drawing(Frame.WIDTH, bottom + 46, said);
  }

  private void drawNames(double left) {
    for (int i = 0; i < tasks.size(); i++) {
      String task = groups.order().get(i);
      String name = Text.fitted(task, NAME_ROOM, 12);
      canvas.label(name, task, "end", 12, left - 8, TOP + (i + 0.5) * row + 4, 0);
    }
  }
}
