package org.taskaffinity.runtime;

import java.util.List;
import java.util.function.Function;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.random.Seeds;

/** Reads results that differ in their seed alone together. */
final class Pooling {
  private Pooling() {}

  static List<Pooled> of(List<Result> results) {
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
    return new Pooled(
        first.experiment(),
        results.stream().map(r -> r.experiment().seed()).toList(),
        new TaskMatrix(tasks, Relating.mean(g)),
        new TaskMatrix(tasks, Relating.deviation(g)),
        new TaskMatrix(tasks, Relating.mean(e)),
        new TaskMatrix(tasks, Relating.mean(each(results, Result::overlap))),
        relation);
  }

  private static double[][][] each(List<Result> results, Function<Result, TaskMatrix> which) {
    return results.stream().map(which).map(TaskMatrix::values).toArray(double[][][]::new);
  }
}
