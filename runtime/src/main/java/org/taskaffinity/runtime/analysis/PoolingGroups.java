package org.taskaffinity.runtime.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Stability;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.cluster.Agreements;

/** Whether the groups of single seeds are the same. */
final class PoolingGroups {
  private PoolingGroups() {}

  static Stability of(List<Result> results) {
    List<String> tasks = results.get(0).affinity().tasks();
    int k = tasks.size();
    double[][] together = new double[k][k];
    for (Result result : results) {
      int[] group = groupOf(result.groups(), tasks);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          together[i][j] += group[i] == group[j] ? 1.0 / results.size() : 0;
        }
      }
    }
    return new Stability(new TaskMatrix(tasks, together), agreement(results, tasks));
  }

  /** A task left ungrouped is a group of one. */
  private static int[] groupOf(TaskGroups groups, List<String> tasks) {
    int[] of = new int[tasks.size()];
    for (int t = 0; t < of.length; t++) {
      of[t] = -1 - t;
      for (int g = 0; g < groups.groups().size(); g++) {
        of[t] = groups.groups().get(g).contains(tasks.get(t)) ? g : of[t];
      }
    }
    return of;
  }

  private static double agreement(List<Result> results, List<String> tasks) {
    List<int[]> each = results.stream().map(r -> groupOf(r.groups(), tasks)).toList();
    double[] agreements =
        IntStream.range(0, each.size())
            .boxed()
            .flatMapToDouble(
                a ->
                    IntStream.range(a + 1, each.size())
                        .mapToDouble(b -> Agreements.ari(each.get(a), each.get(b))))
            .toArray();
    return Arrays.stream(agreements).average().orElse(Double.NaN);
  }
}
