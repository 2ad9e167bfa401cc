package org.taskaffinity.runtime.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.runtime.combine.Combiner;
import org.taskaffinity.runtime.combine.StepWeights;
import org.taskaffinity.runtime.combine.TaskRows;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.gradient.Capture;

/** A combiner at work in a training, for both engines: when it looks, its weights, its memory. */
public final class Weighing {
  private static final String MEMORY = "combination/";

  private final Combiner combiner;
  private final StepWeights weights;

  public Weighing(Combiner combiner, List<Target> targets) {
    this.combiner = combiner;
    weights = new StepWeights(combiner, targets.stream().map(Target::name).toList());
  }

  /** Whether the task gradients are read at a step, because of the schedule or of the combiner. */
  public boolean looks(CaptureMode look) {
    return look != CaptureMode.NONE || combiner.readsRows();
  }

  /** How much is read at a step that looks. */
  public CaptureMode read(CaptureMode look) {
    return look == CaptureMode.NONE ? CaptureMode.GRAM : look;
  }

  /**
   * The weights of a step; empty where each is 1.
   *
   * @param seen the task gradients of the step's own forward pass
   */
  public Optional<double[]> of(Optional<Capture> seen, TaskLosses found, Batch batch) {
    if (!combiner.readsRows()) {
      return Optional.empty();
    }
    TaskRows rows =
        new TaskRows(seen.orElseThrow().gram(), found.losses().clone(), found.present());
    return Optional.of(weights.of(rows, batch.step()));
  }

  /** Adds what the combiner remembers to a state. */
  public void save(Map<String, float[]> arrays) {
    combiner.memory().forEach((name, array) -> arrays.put(MEMORY + name, array));
  }

  /** Takes it back. */
  public void restore(State state) {
    Map<String, float[]> memory = new HashMap<>();
    state
        .arrays()
        .forEach(
            (name, array) -> {
              if (name.startsWith(MEMORY)) {
                memory.put(name.substring(MEMORY.length()), array.clone());
              }
            });
    combiner.remember(memory);
  }
}
