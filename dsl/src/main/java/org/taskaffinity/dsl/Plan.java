package org.taskaffinity.dsl;

import java.time.Duration;
import java.util.List;

/**
 * An experiment with every size worked out, before any tensor exists.
 *
 * @param experiment what was asked
 * @param id the run's name
 * @param stored whether its result lies in the store already
 * @param tasks the tasks with their types
 * @param rows rows that train, validate and test
 * @param overlap in words: what the manipulation was solved to
 * @param encoder in words: shapes of the encoder's layers
 * @param parameters of encoder and heads
 * @param stepsPerEpoch updates an epoch
 * @param steps updates in all
 * @param captures captured steps at most
 * @param memory bytes of data, parameters, activations, gradients and captures, estimated
 * @param time estimated wall time of the run on this machine, from its first step to its page; zero
 *     when stored
 * @param notes what a reader should know of
 * @param captured in words: which steps are captured
 */
public record Plan(
    Experiment experiment,
    String id,
    boolean stored,
    List<Task> tasks,
    RowCounts rows,
    String overlap,
    String encoder,
    RunRecord.Parameters parameters,
    int stepsPerEpoch,
    long steps,
    int captures,
    long memory,
    Duration time,
    List<String> notes,
    String captured) {
  public Plan {
    tasks = List.copyOf(tasks);
    notes = List.copyOf(notes);
  }

  /** With the number of captured steps alone. */
  public Plan(
      Experiment experiment,
      String id,
      boolean stored,
      List<Task> tasks,
      RowCounts rows,
      String overlap,
      String encoder,
      RunRecord.Parameters parameters,
      int stepsPerEpoch,
      long steps,
      int captures,
      long memory,
      Duration time,
      List<String> notes) {
    this(
        experiment,
        id,
        stored,
        tasks,
        rows,
        overlap,
        encoder,
        parameters,
        stepsPerEpoch,
        steps,
        captures,
        memory,
        time,
        notes,
        String.format(java.util.Locale.ROOT, "%,d of %,d steps", captures, steps));
  }

  /**
   * @param training rows that train
   * @param validation rows that validate
   * @param test rows that test
   */
  public record RowCounts(int training, int validation, int test) {}

  /** The plan as a short page. */
  public String explain() {
    StringBuilder out = new StringBuilder();
    out.append(experiment.name()).append(", seed ").append(experiment.seed());
    line(out, "data", experiment.data().name() + ", " + tasks.size() + " tasks");
    line(
        out,
        "rows",
        String.format(
            java.util.Locale.ROOT,
            "%,d train, %,d validate, %,d test",
            rows.training(),
            rows.validation(),
            rows.test()));
    line(out, "overlap", overlap);
    line(out, "encoder", encoder);
    line(
        out,
        "parameters",
        String.format(
            java.util.Locale.ROOT,
            "%,d shared, %,d in the heads",
            parameters.encoder(),
            parameters.heads()));
    line(
        out,
        "gradients",
        String.format(
            java.util.Locale.ROOT,
            "%s, each [%d, %d]",
            captured,
            tasks.size(),
            parameters.encoder()));
    line(out, "memory", String.format(java.util.Locale.ROOT, "%,d MB", memory >> 20));
    line(out, "time", stored ? "none: the result is stored" : about(time));
    notes.forEach(note -> line(out, "note", note));
    line(out, "run", id);
    return out.toString();
  }

  private static void line(StringBuilder out, String what, String text) {
    out.append('\n').append("  ").append(what).append(" ".repeat(12 - what.length())).append(text);
  }

  /** With how well it is known. */
  static String about(Duration time) {
    return "about " + said(time) + ", give or take a half";
  }

  private static String said(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  @Override
  public String toString() {
    return explain();
  }
}
