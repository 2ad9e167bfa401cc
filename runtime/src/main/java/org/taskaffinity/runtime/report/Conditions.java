package org.taskaffinity.runtime.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Experiment;

/** What experiments of a sweep differ in, other than their seed. */
final class Conditions {
  private static final List<Function<Experiment, Object>> PARTS =
      List.of(
          Experiment::data,
          Experiment::split,
          Experiment::overlap,
          Experiment::encoder,
          Experiment::head,
          Experiment::training,
          Experiment::capture,
          Experiment::labelCorrelation);

  private final List<Function<Experiment, Object>> differing;

  /** The parts that are not the same in all of these; the overlap where all are. */
  Conditions(List<Experiment> experiments) {
    List<Function<Experiment, Object>> found = new ArrayList<>(PARTS);
    found.removeIf(part -> experiments.stream().map(part).distinct().count() < 2);
    differing = found.isEmpty() ? List.of(Experiment::overlap) : List.copyOf(found);
  }

  /** The parts in which this experiment is itself. */
  String of(Experiment experiment) {
    return differing.stream()
        .map(part -> part.apply(experiment).toString())
        .collect(Collectors.joining(", "));
  }
}
