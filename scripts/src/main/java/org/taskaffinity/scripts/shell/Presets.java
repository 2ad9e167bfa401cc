package org.taskaffinity.scripts.shell;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;

/**
 * Variables set from outside: {@code --set epochs=5} replaces what {@code int epochs = 20;} says in
 * the script, which stays runnable without.
 */
public final class Presets {
  private static final Pattern DECLARATION =
      Pattern.compile("(?m)^(?:final\\s+)?[\\w.]+(?:<[^=;()]*>)?(?:\\[\\])*\\s+(\\w+)\\s*=(?!=)");

  private Presets() {}

  /**
   * @throws DescriptionException if the script declares no such variable at its top level
   */
  public static void check(Map<String, String> presets, String file, String text) {
    Set<String> known = new LinkedHashSet<>();
    Matcher declarations = DECLARATION.matcher(ScriptText.of(file, text).text());
    while (declarations.find()) {
      known.add(declarations.group(1));
    }
    for (String name : presets.keySet()) {
      if (!known.contains(name)) {
        throw new DescriptionException(Nearest.unknown("variable", name, file, known));
      }
    }
  }

  /** The statement that gives a variable of this type the value as it was typed. */
  static String assignment(String name, String type, String typed) {
    boolean text = type.equals("String") || type.equals("java.lang.String");
    return name + " = " + (text ? quoted(typed) : typed) + ";";
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped.replace("\r", "\\r") + '"';
  }
}
