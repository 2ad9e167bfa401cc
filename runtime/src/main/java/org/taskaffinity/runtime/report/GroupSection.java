package org.taskaffinity.runtime.report;

import java.util.List;
import org.taskaffinity.dsl.ColourRange;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Stability;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.runtime.figure.Svg;

/** Which tasks belong together. */
final class GroupSection {
  private GroupSection() {}

  static void write(Page page, List<String> tasks, TaskGroups groups) {
    page.section("Groups");
    writeBody(page, tasks, groups);
  }

  /** Of several seeds: the groups of the mean G, and whether those of single seeds are the same. */
  static void write(Page page, Pooled pooled) {
    page.heading("Groups by the mean affinity");
    writeBody(page, pooled.affinity().tasks(), pooled.groups());
    Stability stability = pooled.stability();
    if (!Double.isNaN(stability.agreement())) {
      page.paragraph(
          "The groups of two single seeds agree by an adjusted Rand index of "
              + Words.value(stability.agreement())
              + " on average (1: the same groups; 0: as by chance).");
      Figure.HeatMap together =
          Figures.heatMap("Fraction of seeds with both tasks in one group", stability.together())
              .order(pooled.groups().order())
              .scale(Figure.Scale.FRACTION)
              .scale(new ColourRange(0, 1));
      page.figure(
          Svg.inline(together, page.nextFigure()), together.matrix().size() > ResultPage.WIDE);
    }
  }

  private static void writeBody(Page page, List<String> tasks, TaskGroups groups) {
    page.paragraph(
        "Tasks grouped by "
            + groups.grouping()
            + " on the distances 1 − G"
            + (Double.isNaN(groups.silhouette())
                ? "."
                : "; mean silhouette "
                    + Words.value(groups.silhouette())
                    + " (1: groups far apart; 0: no structure)."));
    page.paragraph(groups.judgement());
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
