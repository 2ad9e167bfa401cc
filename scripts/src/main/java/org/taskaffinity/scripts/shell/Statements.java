package org.taskaffinity.scripts.shell;

import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Front;

/** Evaluates statements of the language that stand in options; starts an engine for the first. */
public final class Statements implements AutoCloseable {
  private ShellEngine engine;

  /** The value of a statement, its option named where it is refused. */
  public <T> T value(Class<T> type, String option, String statement) {
    try (Front.Using script = Front.SCRIPT.use()) { // verbs were written, and verbs are answered
      return value(type, statement);
    } catch (DescriptionException e) {
      throw new DescriptionException(option + " " + statement + "\n" + e.getMessage());
    }
  }

  /** The value of a statement. */
  public <T> T value(Class<T> type, String statement) {
    if (engine == null) {
      engine = ShellEngine.open(new LazyRunner(Statements::refuse));
    }
    return engine.value(type, statement);
  }

  private static org.taskaffinity.dsl.Runner refuse() {
    throw new DescriptionException("An option only describes; it cannot run anything.");
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
