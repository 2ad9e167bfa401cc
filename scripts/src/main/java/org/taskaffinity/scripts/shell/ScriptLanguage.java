package org.taskaffinity.scripts.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.taskaffinity.dsl.DescriptionException;

/** Languages of scripts, told apart by how a file's name ends. */
public enum ScriptLanguage {
  /** Statements of Java. */
  JAVA(".jsh"),
  /** Statements of Kotlin. */
  KOTLIN(".kts");

  private final String ending;

  ScriptLanguage(String ending) {
    this.ending = ending;
  }

  /** The language of a file, if it is a script at all. */
  public static Optional<ScriptLanguage> known(String file) {
    return Arrays.stream(values()).filter(each -> file.endsWith(each.ending)).findFirst();
  }

  /**
   * The language of a script.
   *
   * @throws DescriptionException if its name tells none
   */
  public static ScriptLanguage of(Path file) {
    String name = String.valueOf(file.getFileName());
    return known(name)
        .orElseThrow(
            () ->
                new DescriptionException(
                    "\""
                        + file
                        + "\" is no script's name: a script of Java ends in "
                        + JAVA.ending
                        + ", one of Kotlin in "
                        + KOTLIN.ending
                        + ".\n  "
                        + advice(name)));
  }

  private static String advice(String name) {
    String stem = name.replaceFirst("\\.[^.]*$", "");
    if (name.endsWith(".kt")) {
      return "rename it to: " + stem + KOTLIN.ending;
    }
    if (name.endsWith(".java")) {
      return "rename it to: "
          + stem
          + JAVA.ending
          + ", and write its statements without the class around them";
    }
    if (name.endsWith(".ipynb")) {
      return "a notebook runs with: affinity notebook run " + name;
    }
    return "rename it to: " + stem + JAVA.ending;
  }
}
