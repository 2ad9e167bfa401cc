package org.taskaffinity.dsl;

/** A sentence that cannot mean anything, refused when it is said. */
public final class DescriptionException extends AffinityException {
  /**
   * @param message what was asked, what is known, what to write instead
   */
  public DescriptionException(String message) {
    super(message, null);
  }
}
