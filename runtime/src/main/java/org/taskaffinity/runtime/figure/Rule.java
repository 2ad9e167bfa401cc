package org.taskaffinity.runtime.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule of the figures' style sheet: on a page it is CSS, on paper it is looked up.
 *
 * @param selectors an element, classes behind points, or both: {@code text.quiet}
 * @param properties name and value in turn
 */
record Rule(List<String> selectors, List<String> properties) {

  /** One rule. */
  static Rule of(String selectors, String... properties) {
    return new Rule(List.of(selectors.split(",")), List.of(properties));
  }

  boolean appliesTo(String element, List<String> classes) {
    return selectors.stream().anyMatch(selector -> matches(selector, element, classes));
  }

  private static boolean matches(String selector, String element, List<String> classes) {
    String[] parts = selector.split("\\.");
    if (!parts[0].isEmpty() && !parts[0].equals(element)) {
      return false;
    }
    return classes.containsAll(List.of(parts).subList(1, parts.length));
  }

  /** As a style sheet writes it. */
  String css() {
    StringBuilder style = new StringBuilder();
    for (int i = 0; i < properties.size(); i += 2) {
      String end = i + 2 < properties.size() ? ";" : "";
      style.append(properties.get(i)).append(':').append(properties.get(i + 1)).append(end);
    }
    return selectors.stream().map(s -> ".fig " + s).collect(Collectors.joining(","))
        + "{"
        + style
        + "}";
  }
}
