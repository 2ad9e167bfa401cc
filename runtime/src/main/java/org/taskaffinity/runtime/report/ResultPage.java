package org.taskaffinity.runtime.report;

import java.util.List;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.runtime.figure.Svg;

/** The page of one result. */
final class ResultPage {
  /** Matrices of more tasks take the whole width. */
  static final int WIDE = 14;

  private final Result result;
  private final Page page;

  private ResultPage(Result result) {
    this.result = result;
    page = new Page(result.experiment().name(), subtitle(result));
  }

  /**
   * @param linked whether a page to explore lies beside it
   */
  static String html(Result result, boolean linked) {
    return new ResultPage(result).written(linked);
  }

  private static String subtitle(Result result) {
    return "Task affinity of "
        + Words.plural(result.affinity().size(), "task")
        + " of "
        + result.experiment().data().name()
        + ", seed "
        + result.experiment().seed()
        + ", overlap "
        + result.experiment().overlap()
        + ", run "
        + result.record().started();
  }

  private String written(boolean linked) {
    page.section("In short");
    page.body().element("p", result.verdict(), "class", "verdict").line();
    page.paragraph(result.comparison() + " " + Words.explained(result.relation()));
    page.remark(
        "G, the affinity of two tasks, is the mean cosine of their gradients on the shared encoder,"
            + " over the captured steps: above 0 the tasks pull it the same way, below 0 apart. E is"
            + " the correlation of their labels over the molecules measured for both. Overlap is"
            + " the Jaccard index of the molecules with training labels.");
    if (linked) {
      page.linkToFigures();
    }
    writeMatrices();
    TrainingSection.write(page, result);
    GroupSection.write(page, result.affinity().tasks(), result.groups());
    PairSection.write(page, result.pairs());
    RecordSection.write(page, result.record());
    CitationSection.write(
        page, List.of(result.record()), new Conditions(List.of(result.experiment())).script());
    return page.html();
  }

  private void writeMatrices() {
    page.section("Matrices");
    page.remark(
        "The three matrices have their tasks in one order, that of the groups below. Point at a"
            + " cell for its two tasks and its value.");
    boolean wide = result.affinity().size() > WIDE;
    page.body().open("div", "class", "figures").line();
    page.figure(inline(Figures.affinityMap(result)), wide);
    page.figure(inline(Figures.labelCorrelationMap(result)), wide);
    page.figure(inline(Figures.overlapMap(result)), wide);
    page.figure(inline(Figures.relationScatter(result)), false);
    page.body().close().line();
  }

  private String inline(Figure figure) {
    return Svg.inline(figure, page.nextFigure());
  }
}
