package org.taskaffinity.dsl;

/**
 * Something that was asked for cannot be had. The message says what was asked, what is known and
 * what to write instead; it is meant for the person who wrote the sentence.
 */
public abstract sealed class AffinityException extends RuntimeException
    permits DescriptionException, PlanException, RunException {
  AffinityException(String message, Throwable cause) {
    super(message, cause);
  }
}
