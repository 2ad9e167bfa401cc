package org.taskaffinity.runtime.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Part;
import org.taskaffinity.dsl.Seed;
import org.taskaffinity.dsl.Sweep;

/** What the experiments of a sweep differ in. */
final class Conditions {
  private static final Function<Experiment, Part> CONTROL = Experiment::control;

  private static final List<Function<Experiment, Part>> PARTS =
      List.of(
          Experiment::data,
          Experiment::split,
          Experiment::overlap,
          CONTROL,
          Experiment::encoder,
          Experiment::head,
          Experiment::training,
          Experiment::capture,
          Experiment::labelCorrelation);

  private final List<Experiment> experiments;
  private final List<Function<Experiment, Part>> differing;

  /**
   * @param experiments at least one
   */
  Conditions(List<Experiment> experiments) {
    this.experiments = experiments;
    differing = PARTS.stream().filter(part -> values(part).size() > 1).toList();
  }

  /**
   * The parts in which this experiment is itself, its seed apart; its overlap where there are none.
   */
  String of(Experiment experiment) {
    Stream<Function<Experiment, Part>> named =
        differing.isEmpty() ? Stream.of(Experiment::overlap) : differing.stream();
    return named.map(part -> part.apply(experiment).toString()).collect(Collectors.joining(", "));
  }

  /** The same without the control; empty where nothing else differs. */
  String besidesControl(Experiment experiment) {
    return differing.stream()
        .filter(part -> part != CONTROL)
        .map(part -> part.apply(experiment).toString())
        .collect(Collectors.joining(", "));
  }

  /**
   * What a script says to run them all: the sweep, or each by itself where they are no full sweep.
   */
  String script() {
    Sweep sweep = new Sweep(experiments.get(0), axes());
    String run = "runner.run(";
    return sweep.experiments().equals(experiments)
        ? run + sweep + ")"
        : experiments.stream().map(e -> run + e + ");").collect(Collectors.joining("\n"));
  }

  private List<List<Part>> axes() {
    Function<Experiment, Part> seed = e -> new Seed(e.seed());
    return Stream.concat(differing.stream(), Stream.of(seed))
        .map(this::values)
        .filter(axis -> axis.size() > 1)
        .toList();
  }

  private List<Part> values(Function<Experiment, Part> part) {
    return experiments.stream().map(part).distinct().toList();
  }
}
