package org.taskaffinity.dsl;

import java.util.List;

/**
 * A measure of task affinity: what {@link Runner#affinity(Result, Measure)} computes, one number
 * for every two tasks.
 *
 * <pre>{@code
 * var found = runner.affinity(result, conflictRate().epochs(1, 5))
 * runner.relate(found.values(), result.labelCorrelation())
 * }</pre>
 *
 * <p>{@link LabelCorrelation} is the baseline: it needs no network.
 */
public sealed interface Measure permits CaptureMeasure, LabelCorrelation, Task2VecMeasure {

  /**
   * The measure that a printed one describes: {@code read(m.toString())} equals m. Nothing but the
   * language's own verbs is read.
   *
   * @throws DescriptionException if the text is none
   */
  static Measure read(String printed) {
    String verb = printed.replaceFirst("(?s)\\(.*", "").strip();
    List<String> known = Verbs.making(Measure.class);
    if (!known.contains(verb)) {
      throw new DescriptionException(Nearest.unknown("measure", verb, "the language", known));
    }
    return Statement.value(Measure.class, printed);
  }

  /** What it is called in a sentence or a table: {@code mean cosine}. */
  String name();

  /** Whether the value from i to j may differ from that from j to i. */
  boolean directed();

  /** What it is computed from. */
  Needs needs();

  /**
   * A value of this measure as a similarity, larger where tasks are more alike; the value itself
   * unless the measure says otherwise.
   */
  default double similarity(double value) {
    return value;
  }

  /** One answer per kind of measure; a new one stops every undecided place from compiling. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per kind of measure.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R captures(CaptureMeasure measure);

    R labelCorrelation(LabelCorrelation measure);

    R task2vec(Task2VecMeasure measure);
  }

  /** What a measure is computed from, from cheap to dear. */
  enum Needs {
    /** Labels alone; nothing is trained. */
    LABELS,
    /** The captured steps that are stored with a run. */
    CAPTURES,
    /** The trained network of a run. */
    NETWORK,
    /** Further trainings. */
    TRAININGS
  }
}
