package org.taskaffinity.runtime.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.train.TrainingSpec;

/** Says what would be run, and estimates what it costs. */
public final class Planning {
  private Planning() {}

  /**
   * The plan of an experiment.
   *
   * @param time of its run; zero where it is stored
   */
  public static Plan of(Prepared prepared, boolean stored, Duration time) {
    TrainingSpec assignment = prepared.assignment();
    Architecture sizes = assignment.architecture();
    long heads = (long) sizes.tasks() * sizes.headParameters();
    int captures = (int) assignment.looks().looks(prepared.steps());
    List<String> notes = new ArrayList<>(prepared.notes());
    return new Plan(
        prepared.experiment(),
        prepared.id(),
        stored,
        prepared.table().tasks(),
        new Plan.RowCounts(
            assignment.rows().training().length,
            assignment.rows().validation().length,
            assignment.rows().test().length),
        prepared.overlap(),
        encoder(sizes),
        new RunRecord.Parameters(sizes.encoderParameters(), heads),
        prepared.stepsPerEpoch(),
        prepared.steps(),
        captures,
        Cost.memory(prepared),
        time,
        notes,
        CapturedSteps.words(prepared));
  }

  /** {@code [atoms, 37] -> 256 -> 256 -> mean over atoms -> 256}. */
  private static String encoder(Architecture sizes) {
    String layers =
        sizes.layers().stream()
            .limit(sizes.widths().size())
            .map(LayerSizes::out)
            .map(String::valueOf)
            .collect(Collectors.joining(" -> "));
    return "["
        + sizes.input().unit()
        + ", "
        + sizes.inputs()
        + "] -> "
        + (sizes.kind().embedding() > 0 ? sizes.kind().embedding() + " -> " : "")
        + layers
        + sizes.kind().words()
        + sizes.input().pooling()
        + (sizes.projection() > 0 ? " -> " + sizes.projection() : "")
        + ", "
        + sizes.tasks()
        + (sizes.headHidden() > 0 ? " heads of " + sizes.headHidden() : " linear heads");
  }
}
