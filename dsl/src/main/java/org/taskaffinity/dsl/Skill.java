package org.taskaffinity.dsl;

import java.util.Locale;

/**
 * How well a task is predicted on rows that did not train, against chance.
 *
 * <p>Classifications: the area under the ROC curve, chance 0.5. Regressions: 1 − Σ (y − ŷ)² / Σ (y
 * − ȳ)², where ȳ is the mean of the training labels, chance 0. The rows are those of the validation
 * part; those of the test part where the measure is undefined on the validation part.
 *
 * @param measure {@code ROC AUC} or {@code R² against the training mean}; empty if there is none
 * @param value the measure; NaN if there is none
 * @param chance what predicting without looking gives
 * @param low lower end of the 95 % interval over rows
 * @param high its upper end
 * @param rows labelled rows that it is from
 * @param part {@code validation} or {@code test}
 */
public record Skill(
    String measure, double value, double chance, double low, double high, int rows, String part) {

  /** Where nothing is known. */
  public static final Skill UNKNOWN =
      new Skill("", Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, "");

  /** Whether the interval lies above chance. */
  public Learnt learnt() {
    if (Double.isNaN(low)) {
      return Learnt.NOT_KNOWN;
    }
    return low > chance ? Learnt.YES : Learnt.NO;
  }

  /** {@code ROC AUC 0.71 [0.55, 0.83] on 30 validation rows}. */
  @Override
  public String toString() {
    return Double.isNaN(value)
        ? "not known"
        : String.format(
            Locale.ROOT,
            "%s %.2f [%.2f, %.2f] on %,d %s rows",
            measure,
            value,
            low,
            high,
            rows,
            part);
  }
}
