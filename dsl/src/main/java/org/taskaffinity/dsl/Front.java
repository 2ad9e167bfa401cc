package org.taskaffinity.dsl;

import java.util.function.Supplier;

/**
 * Where somebody writes, which decides the language of a {@link Remedy}: {@link #SCRIPT} unless a
 * command of the shell puts {@link #SHELL} in force.
 */
public enum Front {
  /** Scripts, the prompt, notebooks and Java programs: verbs, {@code .tasks("A", "B")}. */
  SCRIPT,
  /** Commands of the shell: options, {@code --tasks A,B}. */
  SHELL;

  private static volatile Front inForce = SCRIPT;

  /** The front of this process. */
  public static Front inForce() {
    return inForce;
  }

  /** Puts this front in force, for the whole process, until the answer is closed. */
  public Using use() {
    Front before = inForce;
    inForce = this;
    return () -> inForce = before;
  }

  /**
   * Applies the value of an option to a description. Where it is refused, the message names the
   * option and not the verb that takes the value.
   *
   * @param option as it is written: {@code --learning-rate}
   * @param written its value
   * @param verb what takes the value
   */
  public static <T> T option(String option, Object written, Supplier<T> verb) {
    String value = String.valueOf(written);
    boolean whole = written instanceof Double number && number == Math.rint(number);
    return new AskedOption(option, whole ? value.replaceFirst("\\.0$", "") : value).apply(verb);
  }

  /** A front in force, until closed. */
  public interface Using extends AutoCloseable {
    @Override
    void close();
  }
}
