package org.taskaffinity.reproductions;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One condition on one number.
 *
 * @param artefact the table or figure that gives the number
 * @param key which number of it
 * @param test how it is judged
 * @param bound what it is compared with
 */
record Rule(String artefact, String key, Test test, double bound) {

  /** How a number is judged. */
  enum Test {
    /** The number lies within the bound of what the paper prints. */
    NEAR,
    /** The number, and the whole of its interval, lies above the bound. */
    ABOVE,
    /** The number, and the whole of its interval, lies below the bound. */
    BELOW
  }

  /** What a rule comes to. */
  enum Outcome {
    MET,
    /**
     * The number and its interval disagree: the one meets it, and not the other or not all of it.
     */
    UNSURE,
    /** A p-value that so few permutations cannot bring below the bound, whatever the data. */
    COARSE,
    FAILED,
    /** There is no such number. */
    UNKNOWN
  }

  static Rule of(NamedCsvRecord line) {
    String bound = line.getField("bound");
    return new Rule(
        line.getField("artefact"),
        line.getField("key"),
        Test.valueOf(line.getField("test").toUpperCase(Locale.ROOT)),
        Double.parseDouble(bound));
  }

  /** Judges a number. */
  Outcome of(Optional<Finding> found) {
    if (found.isEmpty() || !found.get().defined()) {
      return Outcome.UNKNOWN;
    }
    Finding number = found.get();
    double low = number.bounded() ? number.low() : number.value();
    double high = number.bounded() ? number.high() : number.value();
    return switch (test) {
      case NEAR -> {
        double paper = printed().value();
        boolean near = Math.abs(number.value() - paper) <= bound;
        boolean covered = number.bounded() && low <= paper && paper <= high;
        yield near ? Outcome.MET : covered ? Outcome.UNSURE : Outcome.FAILED;
      }
      case ABOVE -> sides(number.value() > bound, low > bound);
      case BELOW ->
          isPermutationP() && 1 / (number.n() + 1.0) >= bound
              ? Outcome.COARSE
              : sides(number.value() < bound, high < bound);
    };
  }

  private boolean isPermutationP() {
    return Arrays.asList(key.split("[ ,]+")).contains("p");
  }

  private static Outcome sides(boolean value, boolean interval) {
    return value ? interval ? Outcome.MET : Outcome.UNSURE : Outcome.FAILED;
  }

  private Paper.Number printed() {
    Paper.Number number = Paper.of(artefact).get(key);
    if (number == null) {
      throw new IllegalStateException("The paper prints no \"" + key + "\" in " + artefact + ".");
    }
    return number;
  }

  /** In words: {@code table-1, sider r: within 0.08 of 0.94}. */
  String said() {
    String condition =
        switch (test) {
          case NEAR -> "within " + plain(bound) + " of the paper's " + printed().printed();
          case ABOVE -> "above " + plain(bound);
          case BELOW -> "below " + plain(bound);
        };
    return artefact + ", " + key + ": " + condition;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
