package org.taskaffinity.runtime.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.runtime.figure.Interactive;

/** The page to explore that lies beside a report. It is large, for it holds what draws it. */
final class InteractivePage {
  private InteractivePage() {}

  static String of(Result result) {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figures.affinityMap(result).dendrogram(result.groups()));
    figures.add(Figures.labelCorrelationMap(result));
    figures.add(Figures.overlapMap(result));
    figures.add(Figures.relationScatter(result));
    figures.add(Figures.overlapNetwork(result));
    if (!result.history().isEmpty()) {
      figures.add(Figures.lossCurve(result));
      figures.add(Figures.taskLosses(result));
    }
    return Interactive.page(result.experiment().name(), figures);
  }

  static String of(Results results) {
    List<Figure> figures = new ArrayList<>();
    Conditions conditions = new Conditions(results.stream().map(Result::experiment).toList());
    List<String> order = results.each().get(0).groups().order();
    if (results.pooled().size() > 1) {
      figures.add(ResultsPage.bars(results));
    }
    PageScales scales = PageScales.of(results.pooled());
    Map<Experiment, List<Result>> alike = Results.alikeButForSeed(results.each());
    for (Pooled pooled : results.pooled()) {
      String condition = ", " + conditions.of(pooled.experiment());
      Figure.HeatMap map = Figures.affinityMap(pooled).order(order);
      figures.add(map.titled("Task affinity G" + condition).scale(scales.affinity()));
      if (pooled.seeds().size() > 1) {
        Figure.HeatMap spread =
            Figures.heatMap("Spread of G over seeds" + condition, pooled.spread());
        figures.add(spread.order(order).scale(Figure.Scale.COUNT).scale(scales.spread()));
      }
      figures.add(
          Figures.heatMap("Label correlation E" + condition, pooled.labelCorrelation())
              .order(order)
              .scale(scales.labels()));
      figures.add(
          Figures.heatMap("Mean overlap (Jaccard)" + condition, pooled.overlap())
              .order(order)
              .scale(Figure.Scale.FRACTION));
      figures.add(PooledSection.scatter(pooled));
      List<Result> seeds = alike.getOrDefault(pooled.experiment().seed(0), List.of());
      if (seeds.stream().noneMatch(r -> r.history().isEmpty())) {
        figures.add(TrainingSection.losses(seeds));
      }
    }
    return Interactive.page(results.each().get(0).experiment().name(), figures);
  }
}
