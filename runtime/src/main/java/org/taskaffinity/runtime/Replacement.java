package org.taskaffinity.runtime;

import java.util.Optional;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.runtime.train.Assignment;
import org.taskaffinity.runtime.train.LearnerProvider;

/** DJL in place of an engine that this JVM cannot run: said once, and only where it matters. */
final class Replacement {
  private final Optional<LearnerProvider> replaced;
  private final Progress told;
  private boolean said;

  /**
   * @param replaced the engine that something is missing for; empty if none is
   */
  Replacement(Optional<LearnerProvider> replaced, Progress told) {
    this.replaced = replaced;
    this.told = told;
  }

  /** An experiment is about to be trained, or planned. */
  void of(Assignment assignment) {
    if (replaced.filter(engine -> engine.knows(assignment.architecture())).isPresent()) {
      say();
    }
  }

  /** Says what is missing and what to write, the first time; on stderr where nobody listens. */
  synchronized void say() {
    if (!said) {
      said = true;
      because()
          .map(why -> "PyTorch trains (engine djl), which is slower, because " + why)
          .ifPresent(told == Progress.NONE ? System.err::println : told::say);
    }
  }

  /** For the record of a run that PyTorch trained in place of the engine in Java. */
  Optional<String> note(Assignment assignment) {
    return replaced
        .filter(engine -> engine.knows(assignment.architecture()))
        .flatMap(engine -> because())
        .map(why -> "PyTorch trained (engine djl), because " + why);
  }

  private Optional<String> because() {
    return replaced
        .flatMap(LearnerProvider::missing)
        .map(
            missing ->
                missing.reason() + missing.write().map(write -> "; write " + write).orElse(""));
  }
}
