package org.taskaffinity.notebooks.show;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.TaskGroups;

/** Groups of tasks, a line each. */
final class GroupsCard {
  private GroupsCard() {}

  static String of(TaskGroups groups) {
    List<List<String>> rows = new ArrayList<>();
    for (int g = 0; g < groups.groups().size(); g++) {
      rows.add(List.of("group " + (g + 1), String.join(", ", groups.groups().get(g))));
    }
    if (!groups.ungrouped().isEmpty()) {
      rows.add(List.of("alone", String.join(", ", groups.ungrouped())));
    }
    String silhouette =
        Double.isNaN(groups.silhouette())
            ? ""
            : " · silhouette " + Numbers.three(groups.silhouette());
    String filled =
        groups.filled() == 0
            ? ""
            : " · " + groups.filled() + " undefined affinities read as the mean distance";
    return Html.table(List.of("", "tasks"), rows)
        + Html.quiet(Html.escaped(groups.grouping() + silhouette + filled));
  }
}
