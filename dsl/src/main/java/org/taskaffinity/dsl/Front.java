package org.taskaffinity.dsl;

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

  /** A front in force, until closed. */
  public interface Using extends AutoCloseable {
    @Override
    void close();
  }
}
