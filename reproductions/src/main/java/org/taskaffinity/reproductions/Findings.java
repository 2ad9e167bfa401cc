package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.FileName;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * What a table or figure came to in one lane: numbers and words by key, the values of each seed,
 * figures, matrices and remarks.
 */
final class Findings {
  private final Map<String, Finding> numbers = new LinkedHashMap<>();
  private final Map<String, double[]> bySeed = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Map<String, TaskMatrix> matrices = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  Findings add(Finding finding) {
    if (numbers.put(finding.key(), finding) != null) {
      throw new IllegalArgumentException("Two findings are called \"" + finding.key() + "\".");
    }
    return this;
  }

  Findings add(String key, double value) {
    return add(Finding.of(key, value));
  }

  Findings add(String key, double value, int n) {
    return add(Finding.of(key, value, n));
  }

  /** A number that nothing is sampled for: a count, or of the complete data. */
  Findings exact(String key, double value, int n) {
    return add(Finding.exact(key, value, n));
  }

  /** A number of each seed, seeds 1, 2, …: their mean, with Student intervals. */
  Findings add(String key, double[] eachSeed, int n) {
    return add(Scale.PLAIN, key, eachSeed, n);
  }

  /** An index of each seed that is at most 1: their mean, with Student intervals that end there. */
  Findings index(String key, double[] eachSeed, int n) {
    return add(Scale.AT_MOST_1, key, eachSeed, n);
  }

  /** A correlation of each seed: their mean, with Student intervals on Fisher's z. */
  Findings correlation(String key, double[] eachSeed, int n) {
    return add(Scale.FISHER_Z, key, eachSeed, n);
  }

  /** The rank of a pair under each seed, from 1 to n: their mean, with Student intervals. */
  Findings rank(String key, double[] eachSeed, int n) {
    return add(Scale.RANK, key, eachSeed, n);
  }

  private Findings add(Scale scale, String key, double[] eachSeed, int n) {
    bySeed.put(key, eachSeed.clone());
    return add(Seeds.around(scale, key, eachSeed, n));
  }

  /**
   * How two matrices go together, each seed's with each seed's and the mean with the mean. Adds
   * {@code r} and {@code rho}, each the mean over seeds with its intervals over seeds and for one
   * run; then r and rho of the mean matrices, another quantity, with an interval over tasks (the
   * jackknife) and the permutation p, which belongs to it and not to the mean over seeds. For the
   * mean over seeds n is the number of pairs of the seed that has fewest.
   *
   * @param r key of Pearson's coefficient
   * @param rho key of Spearman's; empty to leave it out
   */
  Findings relation(String r, String rho, List<TaskMatrix> one, List<TaskMatrix> other, Work work) {
    List<Relation> each =
        IntStream.range(0, one.size())
            .mapToObj(s -> work.runner().relate(one.get(s), other.get(s)))
            .toList();
    Relation mean = work.runner().relate(Matrices.mean(one), Matrices.mean(other));
    int fewest = each.stream().mapToInt(Relation::pairs).min().orElse(0);
    coefficient(r, each.stream().map(Relation::pearson).toList(), fewest, mean.pearson(), mean);
    if (!rho.isEmpty()) {
      coefficient(
          rho, each.stream().map(Relation::spearman).toList(), fewest, mean.spearman(), mean);
    }
    return this;
  }

  private void coefficient(
      String key, List<Association> each, int fewest, Association mean, Relation of) {
    double[] values = each.stream().mapToDouble(Association::value).toArray();
    correlation(key, values, fewest);
    add(ofTasks(key + ", mean matrix", mean, of.pairs()));
    add(key + ", mean matrix, p", mean.mantelP(), mean.permutations());
  }

  private static Finding ofTasks(String key, Association found, int pairs) {
    Finding finding = new Finding(key, found.value(), List.of(), pairs, Scale.FISHER_Z);
    return found.intervals().stream()
        .filter(i -> i.defined() && i.over().equals("tasks"))
        .findFirst()
        .map((Interval i) -> finding.and(new Span(Over.TASKS, i.units(), i.low(), i.high())))
        .orElse(finding);
  }

  /** A coefficient of two matrices with its interval over tasks, and its permutation p. */
  Findings add(String key, Association found, int pairs) {
    add(ofTasks(key, found, pairs));
    return add(key + " p", found.mantelP(), found.permutations());
  }

  /** What is no number, where a table has words. */
  Findings say(String key, String text) {
    if (words.put(key, text) != null || numbers.containsKey(key)) {
      throw new IllegalArgumentException("Two findings are called \"" + key + "\".");
    }
    return this;
  }

  /**
   * A figure, by the name of its file without an ending.
   *
   * @throws IllegalArgumentException if there is one of that name, or it is no file's name
   */
  Findings figure(String name, Figure figure) {
    figures.put(file(name, figures.keySet()), figure);
    return this;
  }

  /**
   * A matrix, by the name of its file without an ending.
   *
   * @throws IllegalArgumentException if there is one of that name, or it is no file's name
   */
  Findings matrix(String name, TaskMatrix matrix) {
    matrices.put(file(name, matrices.keySet()), matrix);
    return this;
  }

  /** No two may be one file, even where case is ignored. */
  private static String file(String name, Set<String> others) {
    if (others.stream().anyMatch(name::equalsIgnoreCase)) {
      throw new IllegalArgumentException("Two files are called \"" + name + "\".");
    }
    if (!FileName.of(name).equals(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no file's name; write: " + FileName.of(name));
    }
    return name;
  }

  /** A sentence that a reader of the numbers should know. */
  Findings remark(String sentence) {
    remarks.add(sentence);
    return this;
  }

  /** A value of each seed that stands behind other numbers and is no number of the table itself. */
  Findings seed(String key, double[] eachSeed) {
    bySeed.put(key, eachSeed.clone());
    return this;
  }

  /**
   * A number that has been added.
   *
   * @throws IllegalArgumentException if there is none of the key
   */
  Finding number(String key) {
    Finding found = numbers.get(key);
    if (found == null) {
      throw new IllegalArgumentException("No finding is called \"" + key + "\".");
    }
    return found;
  }

  List<Finding> numbers() {
    return List.copyOf(numbers.values());
  }

  /** By key, the value of seed 1, 2, …; NaN where a seed has none. */
  Map<String, double[]> bySeed() {
    return bySeed;
  }

  Map<String, String> words() {
    return words;
  }

  Map<String, Figure> figures() {
    return figures;
  }

  Map<String, TaskMatrix> matrices() {
    return matrices;
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
