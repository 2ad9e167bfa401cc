package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.List;

/** Brackets of a text, those in strings and comments left out. */
final class Balance {
  private Balance() {}

  /** Where a statement may end: behind each semicolon and closing brace outside all brackets. */
  static List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    String bare = BareText.of(ScriptLanguage.JAVA, text);
    int depth = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      depth += change(c);
      if (depth == 0 && (c == ';' || c == '}')) {
        ends.add(i + 1);
      }
    }
    return ends;
  }

  private static int change(char c) {
    return switch (c) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }
}
