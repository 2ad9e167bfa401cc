package org.taskaffinity.scripts;

import java.util.ArrayList;
import java.util.List;

/** Lists as they are typed: {@code a,b}, and {@code "a,b",c} where a name holds a comma. */
final class Commas {
  private Commas() {}

  /** Every name of every text; quotes as in CSV, doubled within quotes. */
  static List<String> split(List<String> texts) {
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      split(text, names);
    }
    return names.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  private static void split(String text, List<String> names) {
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          name.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        names.add(name.toString());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString());
  }
}
