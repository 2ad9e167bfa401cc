package org.taskaffinity.runtime.report;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Reading;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.figure.Svg;

/** One condition of a sweep, its seeds read together. */
final class PooledSection {
  private PooledSection() {}

  static void write(Page page, String condition, Pooled pooled) {
    page.section(condition);
    page.paragraph(Words.explained(pooled.relation()));
    boolean wide = pooled.affinity().size() > ResultPage.WIDE;
    page.body().open("div", "class", "figures").line();
    figure(page, Figures.heatMap("Mean affinity G", pooled.affinity()), wide);
    if (pooled.seeds().size() > 1) {
      Figure.HeatMap spread = Figures.heatMap("Spread of G over seeds (sd)", pooled.spread());
      figure(page, spread.scale(Figure.Scale.COUNT), wide);
    }
    figure(page, Figures.heatMap("Label correlation E", pooled.labelCorrelation()), wide);
    Figure.HeatMap overlap = Figures.heatMap("Mean overlap (Jaccard)", pooled.overlap());
    figure(page, overlap.scale(Figure.Scale.FRACTION), wide);
    figure(page, scatter(pooled), false);
    page.body().close().line();
    writePairs(page, pooled);
  }

  private static void figure(Page page, Figure figure, boolean wide) {
    page.figure(Svg.inline(figure, page.nextFigure()), wide);
  }

  private static Figure.Scatter scatter(Pooled pooled) {
    List<Figure.Point> points = new ArrayList<>();
    forPairs(
        pooled.affinity(),
        (i, j, pair) -> {
          double e = pooled.labelCorrelation().at(i, j);
          double g = pooled.affinity().at(i, j);
          boolean faint = !(pooled.overlap().at(i, j) >= Reading.LEAST_JACCARD);
          points.add(new Figure.Point(pair, e, g, faint));
        });
    return new Figure.Scatter(
        "Mean affinity against label correlation",
        "label correlation E",
        "mean affinity G",
        points);
  }

  private static void writePairs(Page page, Pooled pooled) {
    String caption = "Pairs over " + Words.plural(pooled.seeds().size(), "seed");
    page.body().open("details").element("summary", caption).line();
    Table table =
        new Table(page.body(), caption, "Pair", "#Mean G", "#sd of G", "#E", "#Mean overlap");
    forPairs(
        pooled.affinity(),
        (i, j, pair) ->
            table.row(
                pair,
                Words.value(pooled.affinity().at(i, j)),
                Words.value(pooled.spread().at(i, j)),
                Words.value(pooled.labelCorrelation().at(i, j)),
                Words.value(pooled.overlap().at(i, j))));
    table.end();
    page.body().close().line();
  }

  private interface PairAction {
    void of(int i, int j, String pair);
  }

  private static void forPairs(TaskMatrix matrix, PairAction action) {
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = i + 1; j < matrix.size(); j++) {
        action.of(i, j, matrix.tasks().get(i) + " – " + matrix.tasks().get(j));
      }
    }
  }
}
