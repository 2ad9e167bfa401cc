package org.taskaffinity.dsl;

/**
 * One task of a result.
 *
 * @param name its column
 * @param type classification or regression
 * @param measured rows with a label, in the whole table
 * @param kept training rows with a label that was kept
 * @param positives of those, the ones labelled 1; −1 for a regression
 * @param metric what it is judged by
 * @param validation the metric on the validation rows, NaN where it is undefined
 * @param test the metric on the test rows, NaN where it is undefined
 * @param skill how it compares to chance, with an interval
 */
public record TaskSummary(
    String name,
    TaskType type,
    int measured,
    int kept,
    int positives,
    Metric metric,
    double validation,
    double test,
    Skill skill)
    implements JudgedTask {

  /** Without a comparison to chance. */
  public TaskSummary(
      String name,
      TaskType type,
      int measured,
      int kept,
      int positives,
      Metric metric,
      double validation,
      double test) {
    this(name, type, measured, kept, positives, metric, validation, test, Skill.UNKNOWN);
  }
}
