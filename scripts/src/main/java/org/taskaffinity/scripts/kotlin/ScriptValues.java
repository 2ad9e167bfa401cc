package org.taskaffinity.scripts.kotlin;

import java.util.Map;

/** What the compiled statements of a script call back; not for use by people. */
public final class ScriptValues {
  private static final ThreadLocal<Script> CURRENT = new ThreadLocal<>();

  private ScriptValues() {}

  /** Hears the value of an expression that stands alone. */
  @FunctionalInterface
  interface Heard {
    void value(int line, int column, Object value);
  }

  private record Script(Heard heard, Map<String, Object> presets) {}

  /** Executes a script's statements on this thread. */
  static void during(Heard heard, Map<String, Object> presets, Statements statements)
      throws ReflectiveOperationException {
    CURRENT.set(new Script(heard, presets));
    try {
      statements.execute();
    } finally {
      CURRENT.remove();
    }
  }

  /** A script's statements. */
  @FunctionalInterface
  interface Statements {
    void execute() throws ReflectiveOperationException;
  }

  /** Called with the value of every expression that stands alone. */
  public static void said(int line, int column, Object value) {
    CURRENT.get().heard().value(line, column, value);
  }

  /** Called where a variable that is set from outside gets its value. */
  public static Object preset(String name) {
    return CURRENT.get().presets().get(name);
  }
}
