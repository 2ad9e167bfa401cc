package org.taskaffinity.dsl;

/**
 * Something that two runs do not have in common.
 *
 * @param part what it is: a part of the experiment, a version, a data file
 * @param one what the one has, as text; empty where it has none
 * @param other what the other has
 */
public record Difference(String part, String one, String other) {
  /** {@code seed: 1 | 2}. */
  @Override
  public String toString() {
    return part + ": " + shown(one) + " | " + shown(other);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
