package org.taskaffinity.runtime.report;

import java.util.List;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.runtime.figure.Svg;

/** Which tasks belong together. */
final class GroupSection {
  private GroupSection() {}

  static void write(Page page, List<String> tasks, TaskGroups groups) {
    page.section("Groups");
    page.paragraph(
        "Tasks grouped by "
            + groups.grouping()
            + " on the distances 1 − G"
            + (Double.isNaN(groups.silhouette())
                ? "."
                : "; mean silhouette "
                    + Words.value(groups.silhouette())
                    + " (1: groups far apart; 0: no structure)."));
    if (!groups.structured()) {
      page.paragraph(
          "The tasks do not fall into groups: "
              + (Double.isNaN(groups.silhouette())
                  ? "one group holds them all"
                  : "a mean silhouette below "
                      + TaskGroups.SUBSTANTIAL
                      + " means no substantial structure")
              + ". Do not choose tasks to train together by the list below.");
    }
    if (groups.filled() > 0) {
      page.paragraph(
          Words.plural(groups.filled(), "undefined affinity").replace("affinitys", "affinities")
              + " read as the mean distance, which pulls the pair to neither side.");
    }
    page.body().open("ol");
    groups.groups().forEach(g -> page.body().element("li", String.join(", ", g)));
    page.body().close().line();
    if (!groups.ungrouped().isEmpty()) {
      page.paragraph("In no group: " + String.join(", ", groups.ungrouped()) + ".");
    }
    if (!groups.merges().isEmpty()) {
      page.figure(Svg.dendrogram(tasks, groups, page.nextFigure()), false);
    }
  }
}
