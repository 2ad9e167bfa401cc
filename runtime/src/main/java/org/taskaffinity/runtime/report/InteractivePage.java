package org.taskaffinity.runtime.report;

import java.util.ArrayList;
import java.util.List;
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
    for (Pooled pooled : results.pooled()) {
      String title = "Task affinity G, " + conditions.of(pooled.experiment());
      Figure.HeatMap map = Figures.affinityMap(pooled).order(order);
      figures.add(map.titled(title).scale(scales.affinity()));
    }
    return Interactive.page(results.each().get(0).experiment().name(), figures);
  }
}
