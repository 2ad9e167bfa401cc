package org.taskaffinity.dsl;

import java.util.function.Function;

/** Which runner answers questions that are asked of a description. */
final class RunnerInForce {
  private static volatile Runner runner;

  private RunnerInForce() {}

  static Runner.Using use(Runner other) {
    Runner before = runner;
    runner = other;
    return () -> runner = before;
  }

  /** Asks the runner in force; where there is none, one with default settings. */
  static <T> T ask(Function<Runner, T> question) {
    Runner known = runner;
    if (known != null) {
      return question.apply(known);
    }
    try (Runner opened = Runner.open()) {
      return question.apply(opened);
    }
  }
}
