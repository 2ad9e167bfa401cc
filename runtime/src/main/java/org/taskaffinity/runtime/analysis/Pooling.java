package org.taskaffinity.runtime.analysis;

import java.util.List;
import java.util.function.Function;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.stats.PairPrecision;

/** Reads results that differ in their seed alone together. */
public final class Pooling {
  private Pooling() {}

  public static List<Pooled> of(List<Result> results) {
    return Results.alikeButForSeed(results).values().stream().map(Pooling::pooled).toList();
  }

  private static Pooled pooled(List<Result> results) {
    Result first = results.get(0);
    double[][][] g = each(results, Result::affinity);
    double[][][] e = each(results, Result::labelCorrelation);
    Relation relation =
        results.size() == 1
            ? first.relation()
            : Relating.severalSeeds(g, e, new Seeds(first.experiment().seed()));
    List<String> tasks = first.affinity().tasks();
    TaskMatrix affinity = new TaskMatrix(tasks, Relating.mean(g));
    TaskGroups groups = TaskGrouping.of(affinity, Mtl.averageLinkage());
    return new Pooled(
        first.experiment(),
        results.stream().map(r -> r.experiment().seed()).toList(),
        affinity,
        new TaskMatrix(tasks, Relating.deviation(g)),
        new TaskMatrix(tasks, Relating.mean(e)),
        new TaskMatrix(tasks, Relating.mean(each(results, Result::overlap))),
        relation,
        new TaskMatrix(tasks, Relating.mean(each(results, Result::conflictRate))),
        new TaskMatrix(tasks, Relating.mean(each(results, Result::shared))),
        precision(tasks, results, g),
        PoolingTasks.of(results),
        groups,
        PoolingGroups.of(results));
  }

  private static Precision precision(List<String> tasks, List<Result> results, double[][][] g) {
    return results.size() == 1
        ? results.get(0).precision()
        : PairPrecision.overSeeds(tasks, g, each(results, r -> r.precision().captures()));
  }

  private static double[][][] each(List<Result> results, Function<Result, TaskMatrix> which) {
    return results.stream().map(which).map(TaskMatrix::values).toArray(double[][][]::new);
  }
}
