package org.taskaffinity.runtime.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.runtime.train.LearnerProvider;
import org.taskaffinity.runtime.train.TrainingSpec;

/**
 * DJL in place of the engine in Java: because this JVM cannot run that engine, or because that
 * engine does not know a part of a training. Each reason is said once, and only where it matters.
 */
final class EngineFallback {
  private final Optional<LearnerProvider> engine;
  private final Progress told;
  private final Set<String> said = new HashSet<>();

  /**
   * @param engine the one that would train by default; empty if DJL was asked for
   */
  EngineFallback(Optional<LearnerProvider> engine, Progress told) {
    this.engine = engine;
    this.told = told;
  }

  /** An experiment is about to be trained, or planned. */
  void of(TrainingSpec assignment) {
    Optional<String> unknown = unknown(assignment);
    if (unknown.isEmpty()) {
      sayMissing();
    } else if (missing().isEmpty() && first(unknown.get()) && told != Progress.NONE) {
      told.say("PyTorch trains (engine djl), because " + because(unknown.get()));
    }
  }

  /** Says what the JVM lacks and what to write; on stderr where nobody listens. */
  void sayMissing() {
    missing()
        .filter(this::first)
        .map(why -> "PyTorch trains (engine djl), which is slower, because " + why)
        .ifPresent(told == Progress.NONE ? System.err::println : told::say);
  }

  /** For the record of a run that PyTorch trained in place of the engine in Java. */
  Optional<String> note(TrainingSpec assignment) {
    return unknown(assignment)
        .map(EngineFallback::because)
        .or(this::missing)
        .map(why -> "PyTorch trained (engine djl), because " + why);
  }

  private synchronized boolean first(String reason) {
    return said.add(reason);
  }

  private Optional<String> unknown(TrainingSpec assignment) {
    return engine.flatMap(own -> own.unknown(assignment));
  }

  private static String because(String unknown) {
    return "the engine java does not know " + unknown;
  }

  private Optional<String> missing() {
    return engine
        .flatMap(LearnerProvider::missing)
        .map(
            missing ->
                missing.reason() + missing.write().map(write -> "; write " + write).orElse(""));
  }
}
