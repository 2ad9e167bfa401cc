package org.taskaffinity.runtime.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taskaffinity.dsl.ColourRange;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Pair;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskPair;
import org.taskaffinity.runtime.figure.Svg;

/** One condition of a sweep, its seeds read together. */
final class PooledSection {
  private final Page page;
  private final Pooled pooled;
  private final List<String> order;
  private final PageScales scales;
  private final List<Result> seeds;

  /**
   * @param order of the tasks, the same for all conditions; not used if this one has other tasks
   * @param scales of the page
   * @param seeds the results that were pooled
   */
  PooledSection(
      Page page, Pooled pooled, List<String> order, PageScales scales, List<Result> seeds) {
    this.seeds = seeds;
    this.scales = scales;
    this.page = page;
    this.pooled = pooled;
    Set<String> tasks = new HashSet<>(pooled.affinity().tasks());
    this.order = tasks.equals(new HashSet<>(order)) ? order : List.of();
  }

  void write(String condition) {
    page.section(condition);
    page.paragraph(pooled.verdict());
    page.paragraph(pooled.comparison() + " " + Words.explained(pooled.relation()));
    page.body().open("div", "class", "figures").line();
    figure(Figures.affinityMap(pooled).order(order).scale(scales.affinity()));
    if (pooled.seeds().size() > 1) {
      map("Spread of G over seeds (sd)", pooled.spread(), Figure.Scale.COUNT, scales.spread());
    }
    map("Label correlation E", pooled.labelCorrelation(), Figure.Scale.DIVERGING, scales.labels());
    ColourRange shares = new ColourRange(0, 1);
    map("Mean overlap (Jaccard)", pooled.overlap(), Figure.Scale.FRACTION, shares);
    page.figure(Svg.inline(scatter(pooled), page.nextFigure()), false);
    page.body().close().line();
    TrainingSection.write(page, pooled, seeds);
    GroupSection.write(page, pooled);
    PairSection.writeBelow(page, pooled.pairs());
  }

  private void map(String title, TaskMatrix matrix, Figure.Scale scale, ColourRange range) {
    Figure.HeatMap map = Figures.heatMap(title, matrix).order(order).scale(scale).scale(range);
    figure(map);
  }

  private void figure(Figure.HeatMap map) {
    page.figure(Svg.inline(map, page.nextFigure()), map.matrix().size() > ResultPage.WIDE);
  }

  static Figure.Scatter scatter(Pooled pooled) {
    List<Figure.Point> points = new ArrayList<>();
    for (Pair pair : pooled.pairs()) {
      TaskPair tasks = Figures.pair(pair.first(), pair.second());
      double e = pair.labelCorrelation();
      double g = pair.affinity();
      boolean readable = pair.reading().readable();
      points.add(readable ? Figures.point(tasks, e, g) : Figures.faintPoint(tasks, e, g));
    }
    return new Figure.Scatter(
        "Mean affinity against label correlation",
        "label correlation E",
        "mean affinity G",
        points);
  }
}
