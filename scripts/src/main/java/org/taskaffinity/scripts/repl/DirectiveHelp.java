package org.taskaffinity.scripts.repl;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.scripts.shell.Completions;
import org.taskaffinity.scripts.shell.Described;
import org.taskaffinity.scripts.shell.Inspection;
import org.taskaffinity.scripts.shell.VerbList;
import org.taskaffinity.scripts.terminal.Colours;
import org.taskaffinity.scripts.terminal.Wrapped;

/** {@code /help}: the commands, and the Javadoc of the language. */
final class DirectiveHelp {
  private final Session session;
  private final Collection<Directive> known;
  private final Function<String, Directive> find;

  /**
   * @param known the commands; more may come
   * @param find a command by its name or a beginning of it
   */
  DirectiveHelp(Session session, Collection<Directive> known, Function<String, Directive> find) {
    this.session = session;
    this.known = known;
    this.find = find;
  }

  /** Says what a word means: a command, a verb, a type or Type.member; everything for "". */
  String explain(String word) {
    if (word.isEmpty()) {
      return said(overview());
    }
    if (word.startsWith("/")) {
      Directive command = find.apply(word);
      return said(command.usage() + "\n  " + command.summary());
    }
    if (word.equals("verbs")) {
      return said(Wrapped.at(Math.min(100, session.screen().width() - 1), VerbList.all()));
    }
    String name = word.replaceFirst("\\(.*", "");
    List<Described> found = new Inspection(session.engine()).named(name);
    if (found.isEmpty()) {
      throw new DescriptionException(
          Nearest.unknown("verb", name, "the language", verbs())
              + "\n  /help verbs lists all verbs, /help the commands");
    }
    String text = found.stream().map(this::explained).collect(Collectors.joining("\n\n"));
    List<String> members =
        found.get(0).name().equals("Mtl." + name) ? Inspection.membersNamedLike(name) : List.of();
    return said(members.isEmpty() ? text : text + "\n\nalso: " + String.join(", ", members));
  }

  private String explained(Described word) {
    Colours colours = session.screen().colours();
    String text = Wrapped.at(Math.min(100, session.screen().width() - 3), word.text());
    return colours.bold(word.signature())
        + (text.isEmpty() ? "" : "\n" + text.indent(2).stripTrailing());
  }

  private List<String> verbs() {
    return new Completions(session.engine())
        .at("", 0).candidates().stream()
            .map(c -> c.text().replaceFirst("\\(.*", ""))
            .distinct()
            .toList();
  }

  private String overview() {
    boolean narrow = session.screen().width() < 70;
    String commands =
        known.stream()
            .filter(d -> !d.name().equals("/?"))
            .map(
                d ->
                    narrow
                        ? d.usage() + "\n    " + d.summary()
                        : String.format("%-24s %s", d.usage(), d.summary()))
            .collect(Collectors.joining("\n"));
    return "Statements of Java, with the language and `runner` in scope.\n"
        + "Tab completes, Alt-H explains the word at the cursor, Ctrl-R searches what was typed,\n"
        + "Ctrl-C stops what runs, Ctrl-D leaves. /help verbs lists all verbs.\n\n"
        + commands;
  }

  private String said(String text) {
    session.screen().say(text);
    return "";
  }
}
