package org.taskaffinity.runtime.chem;

/**
 * What became of one row.
 *
 * @param value the value, or null when there is a problem
 * @param problem why there is no value; empty when there is
 */
record Outcome<T>(T value, String problem) {
  static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, "");
  }

  static <T> Outcome<T> failed(String problem) {
    return new Outcome<>(null, problem);
  }

  boolean ok() {
    return problem.isEmpty();
  }

  /**
   * @throws IllegalArgumentException when there is no value
   */
  T orThrow(String what, int row) {
    if (!ok()) {
      throw new IllegalArgumentException(
          "Molecule " + (row + 1) + " of the list has no " + what + ": " + problem + ".");
    }
    return value;
  }
}
