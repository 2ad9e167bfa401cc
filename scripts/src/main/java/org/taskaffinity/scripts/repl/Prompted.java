package org.taskaffinity.scripts.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.scripts.shell.Candidate;
import org.taskaffinity.scripts.shell.Completed;
import org.taskaffinity.scripts.shell.Completions;
import org.taskaffinity.scripts.shell.Described;
import org.taskaffinity.scripts.shell.Entry;
import org.taskaffinity.scripts.shell.FileNames;

/** What may be typed next at the prompt: commands and their arguments, or else Java. */
final class Prompted {
  private final Session session;
  private final Directives directives;

  Prompted(Session session, Directives directives) {
    this.session = session;
    this.directives = directives;
  }

  Completed at(String text, int cursor) {
    String before = text.substring(0, cursor);
    if (!Directives.is(before)) {
      return session.using(engine -> new Completions(engine).at(text, cursor));
    }
    int from =
        Math.max(before.lastIndexOf(' ') + 1, before.length() - before.stripLeading().length());
    String word = before.substring(from);
    List<String> words = List.of(before.strip().split("\\s+"));
    String command = words.get(0);
    if (from == 0 || before.substring(0, from).isBlank()) {
      return new Completed(from, commands(word));
    }
    int place = before.endsWith(" ") ? words.size() : words.size() - 1;
    return new Completed(from, arguments(command, words, place, word));
  }

  private List<Candidate> commands(String word) {
    return directives.all().stream()
        .filter(d -> d.name().matches("/[a-z]+") && d.name().startsWith(word))
        .map(d -> candidate(d.name(), d.summary()))
        .toList();
  }

  private static Candidate candidate(String name, String summary) {
    return new Candidate(name, Candidate.Kind.OTHER, true, new Described(name, "", summary, ""));
  }

  private List<Candidate> arguments(String command, List<String> words, int place, String word) {
    return switch (command) {
      case "/open", "/save" -> FileNames.of(word, file -> true);
      case "/print", "/show" -> named(variables(), word);
      case "/drop", "/edit", "/list" -> named(declared(), word);
      case "/help" -> help(word);
      case "/runs" ->
          place == 1
              ? named(Stream.of("list", "show", "compare", "load"), word)
              : words.get(1).equals("load") && place > 2 ? List.of() : runs(word);
      case "/set" -> place == 1 ? named(directives.settings().names(), word) : List.of();
      default -> List.of();
    };
  }

  private static List<Candidate> named(Stream<String> names, String word) {
    return names.filter(n -> n.startsWith(word)).distinct().map(n -> candidate(n, "")).toList();
  }

  private Stream<String> variables() {
    return session.using(e -> e.variables()).stream().map(v -> v.name());
  }

  private Stream<String> declared() {
    return session.using(e -> e.entries()).stream()
        .filter(e -> !e.start() && e.state() != Entry.State.DROPPED)
        .map(Entry::name)
        .filter(n -> !n.isEmpty());
  }

  private List<Candidate> help(String word) {
    if (word.startsWith("/")) {
      return commands(word);
    }
    List<Candidate> found = new ArrayList<>();
    for (Candidate each :
        session.using(e -> new Completions(e).at(word, word.length())).candidates()) {
      String lead = word.substring(0, word.lastIndexOf('.') + 1);
      found.add(
          candidate(lead + each.text().replaceFirst("\\(.*", ""), each.described().summary()));
    }
    return found.stream().distinct().toList();
  }

  private List<Candidate> runs(String word) {
    try {
      return session.runner().runs().stream()
          .filter(r -> r.id().startsWith(word.toLowerCase(Locale.ROOT)))
          .map(r -> candidate(r.shortId(), about(r)))
          .toList();
    } catch (AffinityException e) {
      return List.of(); // no store to read: nothing to offer
    }
  }

  private static String about(StoredRun run) {
    return run.toString()
        .substring(Math.min(run.toString().length(), run.shortId().length()))
        .strip();
  }
}
