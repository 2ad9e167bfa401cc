package org.taskaffinity.dsl;

/**
 * Two tasks, in either order: {@code pair("A", "B")} names the same two as {@code pair("B", "A")}.
 *
 * @param first a task
 * @param second another task
 */
public record TaskPair(String first, String second) {
  public TaskPair {
    if (first.equals(second)) {
      throw new DescriptionException(
          "pair("
              + Say.quoted(first)
              + ", "
              + Say.quoted(second)
              + ") names one task twice. Write two different tasks.");
    }
  }

  /** {@code A – B}. */
  String label() {
    return first + " – " + second;
  }

  @Override
  public String toString() {
    return "pair(" + Say.quoted(first) + ", " + Say.quoted(second) + ")";
  }
}
