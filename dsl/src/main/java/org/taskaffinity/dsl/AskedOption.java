package org.taskaffinity.dsl;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An option of the shell whose value is being applied to a description. Errors that arise meanwhile
 * name it, with its value as it was written, in place of the verb that takes the value.
 *
 * @param option {@code --learning-rate}
 * @param written {@code 0}
 */
record AskedOption(String option, String written) {
  private static final ThreadLocal<AskedOption> APPLIED = new ThreadLocal<>();

  /** The one that is being applied by this thread. */
  static Optional<AskedOption> applied() {
    return Optional.ofNullable(APPLIED.get());
  }

  <T> T apply(Supplier<T> verb) {
    AskedOption before = APPLIED.get();
    APPLIED.set(this);
    try {
      return verb.get();
    } catch (DescriptionException e) {
      throw names(e) ? e : new DescriptionException(named(e));
    } catch (PlanException e) {
      throw names(e) ? e : new PlanException(named(e), e.getCause());
    } finally {
      if (before == null) {
        APPLIED.remove();
      } else {
        APPLIED.set(before);
      }
    }
  }

  private boolean names(AffinityException e) {
    return e.getMessage().contains(option);
  }

  private String named(AffinityException e) {
    return this + "\n" + e.getMessage();
  }

  /** The option with another value, as an example. */
  String with(String example) {
    return option + " " + example;
  }

  /** {@code --learning-rate 0}. */
  @Override
  public String toString() {
    return with(written.isBlank() ? '"' + written + '"' : written);
  }
}
