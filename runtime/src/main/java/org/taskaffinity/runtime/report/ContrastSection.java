package org.taskaffinity.runtime.report;

import java.util.Comparator;
import java.util.List;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.ContrastPair;

/** Real labels compared with a control: the pairs that differ most. */
final class ContrastSection {
  private static final int SHOWN = 60;

  private ContrastSection() {}

  /**
   * @param condition in what else the compared runs differ from others on the page; may be empty
   */
  static void write(Page page, Contrast contrast, String condition) {
    String under = condition.isEmpty() ? "" : ", " + condition;
    page.section("Real labels against " + contrast.control() + under);
    page.paragraph(contrast.verdict());
    page.remark(
        "An affinity that stays under "
            + contrast.control()
            + " does not come from a relation between molecules and labels. The interval of a"
            + " difference is Student's t"
            + (contrast.precision().over().equals("seeds")
                ? " over seeds, paired"
                : " on the standard errors over captures in blocks, of one training each")
            + ", p is adjusted for the number of pairs (Holm).");
    List<ContrastPair> sorted =
        contrast.pairs().stream()
            .filter(p -> !Double.isNaN(p.difference()))
            .sorted(Comparator.comparingDouble(p -> -Math.abs(p.difference())))
            .toList();
    Table table =
        new Table(
            page.body(),
            sorted.size() <= SHOWN
                ? "All pairs by the size of the difference"
                : "The "
                    + SHOWN
                    + " pairs that differ most, of "
                    + Words.count(sorted.size())
                    + "; contrast.csv holds them all",
            "Task",
            "Task",
            "#G, real labels",
            "#G, control",
            "#Difference",
            "95 % interval",
            "#p");
    for (ContrastPair pair : sorted.subList(0, Math.min(SHOWN, sorted.size()))) {
      table.row(
          pair.first(),
          pair.second(),
          Words.value(pair.affinity()),
          Words.value(pair.controlled()),
          Words.value(pair.difference()),
          Words.ends(pair.low(), pair.high()),
          Double.isNaN(pair.adjustedP()) ? "–" : Association.probability(pair.adjustedP()));
    }
    table.end();
  }
}
