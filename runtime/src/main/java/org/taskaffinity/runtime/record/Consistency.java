package org.taskaffinity.runtime.record;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.CapturedPair;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.runtime.stats.Correlation;

/**
 * Whether the numbers of a result follow from one another: G and the conflict rate from the
 * captured cosines, overlap from the counts, r and ρ from G and E, the table of pairs from all of
 * them, and all of the same tasks.
 *
 * <p>Hashes say that nobody changed a file by mistake. Who forges a result can forge them, too, but
 * not numbers that contradict one another.
 */
final class Consistency {
  /** Cosines are single-precision numbers, and sums may have been taken in another order. */
  private static final double ROUNDING = 1e-6;

  private static final String CAPTURES = "captures.npz";

  private Consistency() {}

  /**
   * @throws RunException if two numbers contradict one another; the message says which
   */
  static void require(Result result, Captured captured) {
    List<String> tasks = result.affinity().tasks();
    requireTasks("conflicts.csv", result.conflictRate().tasks(), tasks);
    requireTasks("labels.csv", result.labelCorrelation().tasks(), tasks);
    requireTasks("overlap.csv", result.overlap().tasks(), tasks);
    requireTasks("counts.csv", result.shared().tasks(), tasks);
    requireTasks("tasks.csv", result.tasks().stream().map(TaskSummary::name).toList(), tasks);
    requireTasks(CAPTURES, captured.tasks(), tasks);
    requireGroups(result.groups(), tasks);
    if (captured.size() != result.record().captures()) {
      throw new RunException("run.json and captures.npz differ in the number of captures");
    }
    boolean zero = result.experiment().capture().absent() == Absent.ZERO;
    int all = captured.size();
    requirePairs(
        "affinity.csv",
        result.affinity(),
        means(captured, pair -> pair.mean() * pair.size(), zero, all),
        CAPTURES);
    requirePairs(
        "conflicts.csv",
        result.conflictRate(),
        means(captured, Consistency::conflicts, zero, all),
        CAPTURES);
    requireCounts(result);
    requireRelation(result);
  }

  /** The overlap and each task's labels follow from the counts of shared molecules. */
  private static void requireCounts(Result result) {
    TaskMatrix counts = result.shared();
    int k = counts.size();
    double[][] jaccard = new double[k][k];
    for (int i = 0; i < k; i++) {
      TaskSummary task = result.tasks().get(i);
      if (task.kept() != Math.round(counts.at(i, i))) {
        throw new RunException(
            String.format(
                Locale.ROOT,
                "tasks.csv says that %d labels of %s are kept, and counts.csv says %.0f",
                task.kept(),
                task.name(),
                counts.at(i, i)));
      }
      for (int j = 0; j < k; j++) {
        double union = counts.at(i, i) + counts.at(j, j) - counts.at(i, j);
        jaccard[i][j] = counts.at(i, j) / union;
      }
    }
    requirePairs("overlap.csv", result.overlap(), jaccard, "counts.csv");
  }

  private static void requireTasks(String file, List<String> found, List<String> tasks) {
    if (!found.equals(tasks)) {
      throw new RunException(file + " names other tasks than affinity.csv");
    }
  }

  private static void requireGroups(TaskGroups groups, List<String> tasks) {
    Set<String> named = new HashSet<>(groups.ungrouped());
    groups.groups().forEach(named::addAll);
    if (!named.equals(new HashSet<>(tasks)) || !Set.copyOf(groups.order()).equals(named)) {
      throw new RunException("summary.json groups other tasks than affinity.csv names");
    }
  }

  private interface Sum {
    double of(CapturedPair pair);
  }

  private static double conflicts(CapturedPair pair) {
    int count = 0;
    for (double cosine : pair.cosines()) {
      count += cosine < 0 ? 1 : 0;
    }
    return count;
  }

  /** Sums over the captures, divided by how many count for the pair. */
  private static double[][] means(Captured captured, Sum sum, boolean zero, int all) {
    return captured.measure(pair -> sum.of(pair) / (zero ? all : pair.size())).values();
  }

  private static void requirePairs(
      String file, TaskMatrix found, double[][] expected, String from) {
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < i; j++) {
        double value = found.at(i, j);
        boolean undefined = Double.isNaN(expected[i][j]) && (Double.isNaN(value) || value == 0);
        if (!undefined && !close(value, expected[i][j])) {
          throw new RunException(
              String.format(
                  Locale.ROOT,
                  "%s says %.6f for %s and %s, and %s gives %.6f",
                  file,
                  value,
                  found.tasks().get(i),
                  found.tasks().get(j),
                  from,
                  expected[i][j]));
        }
      }
    }
  }

  private static void requireRelation(Result result) {
    double[] g = result.affinity().pairs();
    double[] e = result.labelCorrelation().pairs();
    int n = 0;
    double[] x = new double[g.length];
    double[] y = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      if (!Double.isNaN(g[i]) && !Double.isNaN(e[i])) {
        x[n] = g[i];
        y[n++] = e[i];
      }
    }
    x = Arrays.copyOf(x, n);
    y = Arrays.copyOf(y, n);
    requireCorrelation("r", result.relation().pearson().value(), Correlation.PEARSON, x, y);
    requireCorrelation("rho", result.relation().spearman().value(), Correlation.SPEARMAN, x, y);
  }

  private static void requireCorrelation(
      String name, double found, Correlation method, double[] x, double[] y) {
    double expected = x.length < 3 ? Double.NaN : method.of(x, y);
    if (!Double.isNaN(found) && !close(found, expected)) {
      throw new RunException(
          String.format(
              Locale.ROOT,
              "summary.json says %s = %.6f, and affinity.csv and labels.csv give %.6f",
              name,
              found,
              expected));
    }
  }

  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= ROUNDING;
  }
}
