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
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskPair;
import org.taskaffinity.runtime.figure.Svg;

/** One condition of a sweep, its seeds read together. */
final class PooledSection {
  private final Page page;
  private final Pooled pooled;
  private final List<String> order;
  private final PageScales scales;

  /**
   * @param order of the tasks, the same for all conditions; not used if this one has other tasks
   * @param scales of the page
   */
  PooledSection(Page page, Pooled pooled, List<String> order, PageScales scales) {
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
    page.figure(Svg.inline(scatter(), page.nextFigure()), false);
    page.body().close().line();
    writePairs();
  }

  private void map(String title, TaskMatrix matrix, Figure.Scale scale, ColourRange range) {
    Figure.HeatMap map = Figures.heatMap(title, matrix).order(order).scale(scale).scale(range);
    figure(map);
  }

  private void figure(Figure.HeatMap map) {
    page.figure(Svg.inline(map, page.nextFigure()), map.matrix().size() > ResultPage.WIDE);
  }

  private Figure.Scatter scatter() {
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

  private void writePairs() {
    List<int[]> all = pairs();
    List<int[]> listed = all.subList(0, Math.min(all.size(), PairSection.MOST));
    String caption =
        listed.size() == all.size()
            ? "All " + Words.plural(all.size(), "pair")
            : "The first "
                + Words.count(listed.size())
                + " of "
                + Words.count(all.size())
                + " pairs; the runs' affinity.csv hold them all";
    page.body().open("details").element("summary", caption).line();
    Table table =
        new Table(page.body(), caption, "Task", "Task", "#Mean G", "#sd of G", "#E", "#Overlap");
    for (int[] pair : listed) {
      table.row(
          name(pair[0]),
          name(pair[1]),
          at(pooled.affinity(), pair),
          at(pooled.spread(), pair),
          at(pooled.labelCorrelation(), pair),
          at(pooled.overlap(), pair));
    }
    table.end();
    page.body().close().line();
  }

  private String name(int task) {
    return pooled.affinity().tasks().get(task);
  }

  private static String at(TaskMatrix matrix, int[] pair) {
    return Words.value(matrix.at(pair[0], pair[1]));
  }

  private List<int[]> pairs() {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < pooled.affinity().size(); i++) {
      for (int j = i + 1; j < pooled.affinity().size(); j++) {
        pairs.add(new int[] {i, j});
      }
    }
    return pairs;
  }
}
