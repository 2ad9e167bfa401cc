package org.taskaffinity.scripts.shell;

/**
 * Something that a statement did and its author should know, although it succeeded.
 *
 * @param place where the statement begins
 * @param message what happened
 */
public record Note(Place place, String message) {
  @Override
  public String toString() {
    return place + ": note: " + message;
  }
}
