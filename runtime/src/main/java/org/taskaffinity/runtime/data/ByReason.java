package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of columns by what is to be said of them, so that each thing is said once. */
final class ByReason {
  private static final int NAMED = 12;

  private final Map<String, List<String>> names = new LinkedHashMap<>();

  void add(String name, String reason) {
    names.computeIfAbsent(reason, r -> new ArrayList<>()).add(name);
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** {@code column "a" is no task: …}, {@code columns "b", "c" are no tasks: …}. */
  List<String> noTasks() {
    return lines("column ", " is no task: ", "columns ", " are no tasks: ");
  }

  /** {@code task "a": …}, {@code tasks "b", "c": …}. */
  List<String> tasks() {
    return lines("task ", ": ", "tasks ", ": ");
  }

  private List<String> lines(String one, String then, String many, String manyThen) {
    List<String> lines = new ArrayList<>();
    names.forEach(
        (reason, of) ->
            lines.add(
                (of.size() == 1 ? one : many)
                    + listed(of)
                    + (of.size() == 1 ? then : manyThen)
                    + reason));
    return lines;
  }

  /** {@code "a", "b"}, the first dozen of many. */
  static String listed(List<String> names) {
    return names.stream().limit(NAMED).map(n -> '"' + n + '"').collect(Collectors.joining(", "))
        + (names.size() > NAMED ? ", … (" + names.size() + " in all)" : "");
  }
}
