package org.taskaffinity.runtime.figure;

import static org.taskaffinity.dsl.Figures.bar;
import static org.taskaffinity.dsl.Figures.bars;
import static org.taskaffinity.dsl.Figures.curve;
import static org.taskaffinity.dsl.Figures.dynamics;
import static org.taskaffinity.dsl.Figures.faintPoint;
import static org.taskaffinity.dsl.Figures.heatMap;
import static org.taskaffinity.dsl.Figures.line;
import static org.taskaffinity.dsl.Figures.network;
import static org.taskaffinity.dsl.Figures.point;
import static org.taskaffinity.dsl.Figures.runningMean;
import static org.taskaffinity.dsl.Figures.scatter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;

/** One figure of every kind, each with the words that its page must show. */
public final class Kinds {
  private static final double NAN = Double.NaN;

  private Kinds() {}

  /** By a file name. */
  public static Map<String, Figure> all() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {.5, .4, NAN, .3, .35};
    double[] low = {.4, .3, NAN, .2, .25};
    double[] high = {.6, .5, NAN, .4, .45};
    Map<String, Figure> kinds = new TreeMap<>();
    kinds.put("map", heatMap("A map of G", four()));
    kinds.put("tree", heatMap("A map with its tree", four()).dendrogram(groups()));
    kinds.put("column", heatMap("A narrow map", four()).dendrogram(groups()).column());
    kinds.put(
        "scatter",
        scatter(
            "G against E",
            "label correlation E",
            "affinity G",
            point("a – b", 1, 2),
            point("a – c", 2, 3),
            faintPoint("b – c", 3, 5)));
    kinds.put(
        "curve",
        curve(
            "Recovery",
            "overlap J",
            "r(G, E)",
            line("measured", x, y).band(low, high).dots(),
            line("fitted", x, high).dashed(),
            line("between", x, y).band(low, high)));
    kinds.put("dynamics", dynamics("Cosines", "step", runningMean("SR-MMP – SR-p53", x, y, 2)));
    kinds.put(
        "bars",
        bars("By condition", "r(G, E)", bar("p ≤ 0.5", .5, .4, .7), bar("rest", -.2, -.3, 0)));
    kinds.put("network", network("Who shares labels", four(), 40, 10, 30, NAN).atLeast(.1));
    return kinds;
  }

  static TaskMatrix four() {
    return new TaskMatrix(
        List.of("NR-AR", "SR-MMP", "ρ² of logP", "<b>&\"x\"\\\n"),
        new double[][] {{1, .4, -.2, .1}, {.4, 1, NAN, .3}, {-.2, NAN, 1, 0}, {.1, .3, 0, 1}});
  }

  static TaskGroups groups() {
    List<String> tasks = four().tasks();
    return new TaskGroups(
        Mtl.averageLinkage(),
        List.of(List.of(tasks.get(2)), List.of(tasks.get(0), tasks.get(1), tasks.get(3))),
        List.of(),
        List.of(tasks.get(2), tasks.get(0), tasks.get(1), tasks.get(3)),
        List.of(
            new TaskGroups.Merge(0, 1, .6, 2),
            new TaskGroups.Merge(3, 4, .8, 3),
            new TaskGroups.Merge(2, 5, 1.1, 4)),
        .3,
        1);
  }
}
