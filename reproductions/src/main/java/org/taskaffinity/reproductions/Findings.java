package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * What a table or figure came to in one lane: numbers and words by key, figures, matrices and
 * remarks.
 */
final class Findings {
  private final Map<String, Finding> numbers = new LinkedHashMap<>();
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

  /** A number of each seed: their mean, with a Student interval over the seeds. */
  Findings add(String key, double[] eachSeed, int n) {
    return add(Seeds.mean(key, eachSeed, n));
  }

  /**
   * An index of each seed that is 1 at best: their mean, with a Student interval that ends there.
   */
  Findings index(String key, double[] eachSeed, int n) {
    return add(Seeds.atMost(1, key, eachSeed, n));
  }

  /** A correlation of each seed: their mean, with Student's interval on Fisher's z. */
  Findings correlation(String key, double[] eachSeed, int n) {
    return add(Seeds.correlation(key, eachSeed, n));
  }

  /** A coefficient with its own first interval, and its permutation p. */
  Findings add(String key, Association found, int pairs) {
    Optional<Interval> interval = found.intervals().stream().filter(Interval::defined).findFirst();
    add(
        new Finding(
            key,
            found.value(),
            interval.map(Interval::low).orElse(Double.NaN),
            interval.map(Interval::high).orElse(Double.NaN),
            interval.map(i -> i.units() + " " + i.over()).orElse(""),
            pairs));
    return add(key + " p", found.mantelP(), found.permutations());
  }

  /** What is no number, where a table has words. */
  Findings say(String key, String text) {
    if (words.put(key, text) != null || numbers.containsKey(key)) {
      throw new IllegalArgumentException("Two findings are called \"" + key + "\".");
    }
    return this;
  }

  /** A figure, by the name of its file without an ending. */
  Findings figure(String name, Figure figure) {
    figures.put(name, figure);
    return this;
  }

  /** A matrix, by the name of its file without an ending. */
  Findings matrix(String name, TaskMatrix matrix) {
    matrices.put(name, matrix);
    return this;
  }

  /** A sentence that a reader of the numbers should know. */
  Findings remark(String sentence) {
    remarks.add(sentence);
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
