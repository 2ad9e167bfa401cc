package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements of a session as a script that runs: those that succeeded and still hold, in order.
 * A declaration that was replaced later is kept where something in between needs it, and a value
 * that was only numbered gets its number as a name where it is named again.
 */
public final class SavedScript {
  private final List<Entry> entries;

  private SavedScript(List<Entry> entries) {
    this.entries = entries;
  }

  public static String of(List<Entry> entries) {
    return new SavedScript(entries.stream().filter(e -> !e.start()).toList()).text();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (kept(i)) {
        lines.add(statement(entry, i));
      }
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private boolean kept(int i) {
    Entry entry = entries.get(i);
    return switch (entry.state()) {
      case ACTIVE, PENDING -> true;
      case REPLACED -> neededBeforeReplaced(i);
      case FAILED, DROPPED, REFUSED -> false;
    };
  }

  private boolean neededBeforeReplaced(int i) {
    String name = entries.get(i).name();
    for (int j = i + 1; j < entries.size(); j++) {
      if (entries.get(j).name().equals(name)) {
        return false;
      }
      if (mentions(entries.get(j), name) && kept(j)) {
        return true;
      }
    }
    return false;
  }

  private String statement(Entry entry, int i) {
    boolean numbered = entry.name().startsWith("$");
    boolean named =
        numbered
            && entries.subList(i + 1, entries.size()).stream()
                .anyMatch(e -> mentions(e, entry.name()));
    if (entry.kind() == Entry.Kind.EXPRESSION && !named && !goesOn(i + 1)) {
      return entry.source().replaceFirst("\\s*;$", ""); // a semicolon would silence it
    }
    String source = named ? "var " + entry.name() + " = " + entry.source() : entry.source();
    boolean block =
        switch (entry.kind()) {
          case METHOD, TYPE, STATEMENT -> source.endsWith("}");
          default -> false;
        };
    return block || source.endsWith(";") ? source : source + ";";
  }

  /** Whether the next statement begins as if it went on with the one before. */
  private boolean goesOn(int from) {
    for (int j = from; j < entries.size(); j++) {
      if (kept(j)) {
        return entries.get(j).source().matches("(?s)[^\\w\\s\"'@{/].*");
      }
    }
    return false;
  }

  private static boolean mentions(Entry entry, String name) {
    return !name.isEmpty()
        && Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
            .matcher(entry.source())
            .find();
  }
}
