package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The unit that an interval generalises over: what would be drawn again. */
enum Over {
  /** Other seeds, for the mean of as many; data, tasks and split stay the same. */
  SEEDS("seeds", "(\\d+) seeds"),
  /** One further training: a prediction interval, to compare with a number from a single run. */
  ONE_RUN("one run", "one run, from (\\d+) seeds"),
  /** Other tasks of the same kind: the jackknife. */
  TASKS("tasks", "(\\d+) tasks"),
  /** Other random partitions, for the mean of as many. */
  PARTITIONS("partitions", "(\\d+) partitions"),
  /** One further random partition: a prediction interval. */
  ONE_PARTITION("one partition", "one partition, from (\\d+)"),
  /**
   * Other seeds, for a fitted parameter: a parametric bootstrap of {@value SweepFits#DRAWS} draws.
   */
  DRAWS("draws of seeds", "(\\d+) seeds by 500 draws"),
  /** Nothing is sampled: a count, or a number of the complete data. */
  EXACT("exact", "exact"),
  /**
   * A p-value of a permutation test; it has no interval, and its bound is the region's upper end.
   */
  PERMUTATIONS("permutations", "(\\d+) permutations");

  private final String word;
  private final Pattern text;

  Over(String word, String text) {
    this.word = word;
    this.text = Pattern.compile(text);
  }

  /** As {@code rules.csv} writes it. */
  String word() {
    return word;
  }

  /** As tables write it: {@code 3 seeds}. */
  String of(int units) {
    return text.pattern().replace("(\\d+)", Integer.toString(units));
  }

  /** The unit that {@code rules.csv} names. */
  static Over named(String word) {
    return Arrays.stream(values())
        .filter(o -> o.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No unit is called \"" + word + "\"."));
  }

  /** The unit and the number of units that {@link #of} wrote; empty for any other text. */
  static Optional<Span> read(String text, double low, double high) {
    for (Over over : values()) {
      var matched = over.text.matcher(text);
      if (matched.matches()) {
        int units = matched.groupCount() == 0 ? 0 : Integer.parseInt(matched.group(1));
        return Optional.of(new Span(over, units, low, high));
      }
    }
    return Optional.empty();
  }
}
