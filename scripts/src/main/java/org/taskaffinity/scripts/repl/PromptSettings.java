package org.taskaffinity.scripts.repl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.scripts.terminal.Colours;

/** {@code /set}: how the prompt behaves. */
final class PromptSettings {
  private final Screen screen;
  private final Map<String, Function<String, String>> all = new LinkedHashMap<>();
  private long limit = 1_000_000;

  PromptSettings(Screen screen) {
    this.screen = screen;
    add("colour", this::colour);
    add("output", this::output);
  }

  Stream<String> names() {
    return all.keySet().stream();
  }

  /** One more; {@code change} gives what it is now for an empty value. */
  void add(String name, Function<String, String> change) {
    all.put(name, change);
  }

  /** Changes one, or says what all are. */
  String set(String rest) {
    if (rest.isEmpty()) {
      return all.entrySet().stream()
          .map(each -> String.format("  %-12s %s", each.getKey(), each.getValue().apply("")))
          .collect(Collectors.joining("\n"));
    }
    String[] words = rest.split("\\s+", 2);
    Function<String, String> change = all.get(words[0]);
    if (change == null) {
      throw new DescriptionException(Nearest.unknown("setting", words[0], "/set", all.keySet()));
    }
    return "  " + words[0] + " " + change.apply(words.length > 1 ? words[1] : "");
  }

  private String colour(String value) {
    Colours chosen =
        switch (value) {
          case "" -> screen.colours();
          case "off" -> Colours.NONE;
          case "256" -> Colours.INDEXED;
          case "on", "true" -> Colours.TRUE;
          default -> throw new DescriptionException("colour is on, 256 or off, not " + value + ".");
        };
    screen.colours(chosen);
    return switch (chosen) {
      case NONE -> "off";
      case INDEXED -> "256";
      case TRUE -> "on";
    };
  }

  private String output(String value) {
    if (value.matches("\\d{1,12}")) {
      limit = Long.parseLong(value);
    } else if (value.equals("all")) {
      limit = Long.MAX_VALUE;
    } else if (!value.isEmpty()) {
      throw new DescriptionException(
          "output is a number of characters a statement may print, or all.");
    }
    screen.limit(limit);
    return limit == Long.MAX_VALUE ? "all" : Long.toString(limit);
  }
}
