package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;

/**
 * A multi-task training and what is read off it, whole from its first word: every verb returns a
 * changed copy, and every value along the chain can be run.
 *
 * @param name what to call it
 * @param data molecules and labels
 * @param split how rows are parted; {@code scaffoldSplit(0.8, 0.1, 0.1)} at first ({@code
 *     randomSplit} where there are no molecules)
 * @param overlap how training labels are withheld; {@code natural()} by default
 * @param control whether labels are shuffled, so that they say nothing about the molecules; {@code
 *     noControl()} by default
 * @param encoder what the tasks share; {@code gcn(256, 256, 256)} at first ({@code mlp(512, 256)}
 *     where there are no molecules)
 * @param head what each task has of its own; {@code head(128)} at first
 * @param training how it is trained; {@code adamW(0.001)} with its defaults at first
 * @param capture when gradients are captured; {@code captures(100)} over the last fifth by default
 * @param labelCorrelation how E is computed; by default on all rows, with at least 20 shared
 *     molecules and an expected count of at least 5 in each cell of two classifications
 * @param seed seed of all randomness; 42 at first
 */
public record Experiment(
    String name,
    Dataset data,
    Split split,
    Overlap overlap,
    Control control,
    Encoder encoder,
    Head head,
    Training training,
    Capture capture,
    LabelCorrelation labelCorrelation,
    long seed) {
  public Experiment {
    Check.name("an experiment", name);
  }

  /**
   * The experiment that a printed one describes: {@code read(e.toString())} equals e. Nothing but
   * the language's own verbs is read, so that a text from anywhere can do no harm.
   *
   * @throws DescriptionException if the text is none
   */
  public static Experiment read(String printed) {
    return Statement.value(Experiment.class, printed);
  }

  static Experiment of(String name, Dataset data) {
    boolean molecules = data.molecular();
    return new Experiment(
        name,
        data,
        molecules ? Mtl.scaffoldSplit(0.8, 0.1, 0.1) : Mtl.randomSplit(0.8, 0.1, 0.1),
        Mtl.natural(),
        Mtl.noControl(),
        molecules ? Mtl.gcn(256, 256, 256) : Mtl.mlp(512, 256),
        Mtl.head(128),
        Mtl.adamW(1e-3),
        Mtl.captures(100),
        Mtl.labelCorrelation(Rows.ALL).minimumExpected(5),
        42);
  }

  public Experiment name(String chosen) {
    return new Experiment(
        chosen,
        data,
        split,
        overlap,
        control,
        encoder,
        head,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment data(Dataset chosen) {
    return new Experiment(
        name,
        chosen,
        split,
        overlap,
        control,
        encoder,
        head,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment split(Split chosen) {
    return new Experiment(
        name,
        data,
        chosen,
        overlap,
        control,
        encoder,
        head,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment overlap(Overlap chosen) {
    return new Experiment(
        name,
        data,
        split,
        chosen,
        control,
        encoder,
        head,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment control(Control chosen) {
    return new Experiment(
        name,
        data,
        split,
        overlap,
        chosen,
        encoder,
        head,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment encoder(Encoder chosen) {
    return new Experiment(
        name,
        data,
        split,
        overlap,
        control,
        chosen,
        head,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment head(Head chosen) {
    return new Experiment(
        name,
        data,
        split,
        overlap,
        control,
        encoder,
        chosen,
        training,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment training(Training chosen) {
    return new Experiment(
        name,
        data,
        split,
        overlap,
        control,
        encoder,
        head,
        chosen,
        capture,
        labelCorrelation,
        seed);
  }

  public Experiment capture(Capture chosen) {
    return new Experiment(
        name,
        data,
        split,
        overlap,
        control,
        encoder,
        head,
        training,
        chosen,
        labelCorrelation,
        seed);
  }

  public Experiment labelCorrelation(LabelCorrelation chosen) {
    return new Experiment(
        name, data, split, overlap, control, encoder, head, training, capture, chosen, seed);
  }

  public Experiment seed(long chosen) {
    return new Experiment(
        name,
        data,
        split,
        overlap,
        control,
        encoder,
        head,
        training,
        capture,
        labelCorrelation,
        chosen);
  }

  /** What was done to the labels, in words of the language: the overlap, and the control if any. */
  public String condition() {
    return control.equals(Mtl.noControl()) ? overlap.toString() : overlap + ", " + control;
  }

  /** The same with this part in place of its own. */
  public Experiment with(Part part) {
    return part.in(this);
  }

  /** One experiment per part; more axes and {@link Sweep#seeds} multiply them. */
  public Sweep over(Part... parts) {
    return new Sweep(this, List.of()).over(parts);
  }

  /** One experiment per seed. */
  public Sweep seeds(long... seeds) {
    return over(Arrays.stream(seeds).mapToObj(Seed::new).toArray(Part[]::new));
  }

  /** The parts in which this one and another differ, in the order in which they are printed. */
  public List<Difference> differences(Experiment other) {
    return Differences.of(this, other);
  }

  /** The statement that builds this experiment; paste it into a script or the REPL. */
  @Override
  public String toString() {
    return "experiment("
        + Say.quoted(name)
        + ", "
        + data
        + ")\n    .split("
        + split
        + ")\n    .overlap("
        + overlap
        + (control.equals(Mtl.noControl()) ? "" : ")\n    .control(" + control)
        + ")\n    .encoder("
        + encoder
        + ")\n    .head("
        + head
        + ")\n    .training("
        + training
        + ")\n    .capture("
        + capture
        + ")\n    .labelCorrelation("
        + labelCorrelation
        + ")\n    .seed("
        + Say.number(seed)
        + ")";
  }
}
