package org.taskaffinity.scripts.repl;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.scripts.shell.Described;
import org.taskaffinity.scripts.shell.Inspection;
import org.taskaffinity.scripts.terminal.Colours;
import org.taskaffinity.scripts.terminal.Wrapped;

/** The line that is typed at: JLine, set up for statements of the language. */
final class Prompt {
  private static final String PROMPT = "affinity> ";
  private static final String MORE = "     ...> ";

  /** What JLine would colour in a list of completions. */
  private static final List<String> UNCOLOURED =
      List.of(
          LineReader.COMPLETION_STYLE_STARTING,
          LineReader.COMPLETION_STYLE_DESCRIPTION,
          LineReader.COMPLETION_STYLE_GROUP,
          LineReader.COMPLETION_STYLE_SELECTION,
          LineReader.COMPLETION_STYLE_BACKGROUND,
          LineReader.COMPLETION_STYLE_LIST_STARTING,
          LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
          LineReader.COMPLETION_STYLE_LIST_GROUP,
          LineReader.COMPLETION_STYLE_LIST_SELECTION,
          LineReader.COMPLETION_STYLE_LIST_BACKGROUND);

  private final Session session;
  private final LineReader reader;
  private final List<String> typed;

  /**
   * @param past the history's file; empty where none can be kept
   * @param typed is given every line
   */
  Prompt(
      Terminal terminal,
      Session session,
      Prompted prompted,
      Optional<Path> past,
      List<String> typed) {
    this.session = session;
    this.typed = typed;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("affinity")
            .parser(new Lines(this::unfinished, prompted::at))
            .completer((r, line, out) -> Lines.complete(line, out, session.screen().width()))
            .highlighter(new JavaLook(() -> session.screen().colours() != Colours.NONE))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
            .variable(LineReader.LIST_MAX, 60)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.HISTORY_INCREMENTAL, true)
            .option(Option.HISTORY_TIMESTAMPED, true)
            .option(Option.INSERT_TAB, false)
            .option(Option.AUTO_FRESH_LINE, true)
            .option(Option.GROUP, false)
            .option(Option.AUTO_GROUP, false)
            .build();
    if (session.screen().colours() == Colours.NONE) {
      // An empty style, or the default one, makes the line reader take its own colours.
      UNCOLOURED.forEach(style -> reader.setVariable(style, "fg:default"));
    }
    past.ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    keys();
  }

  private void keys() {
    reader.getWidgets().put("affinity-explain", this::explain);
    reader.getWidgets().put("affinity-complete", this::complete);
    KeyMap<org.jline.reader.Binding> map = reader.getKeyMaps().get(LineReader.EMACS);
    map.bind(new Reference("affinity-explain"), KeyMap.alt('h'), KeyMap.alt('H'));
    map.bind(new Reference("affinity-complete"), "\t");
  }

  private boolean unfinished(String text) {
    return !Directives.is(text) && session.using(engine -> engine.unfinished(text));
  }

  /**
   * A line, however it ended.
   *
   * @param text what was typed
   * @param end whether no more will come
   */
  record Read(String text, boolean end) {}

  Read read() {
    try {
      String line = reader.readLine(PROMPT);
      typed.add(line);
      return new Read(line, false);
    } catch (UserInterruptException e) {
      return new Read("", false);
    } catch (EndOfFileException e) {
      return new Read("", true);
    }
  }

  /** In a call's brackets, with nothing typed yet, the signature says what is wanted. */
  private boolean complete() {
    String before = reader.getBuffer().upToCursor();
    if (before.stripTrailing().matches("(?s).*\\w[(,]|.*\\w\\(.*,")) {
      List<Described> found = described();
      if (!found.isEmpty()) {
        above(found.stream().map(this::brief).collect(Collectors.joining("\n")));
        reader.callWidget(LineReader.LIST_CHOICES); // what fits is shown, and nothing is inserted
        return true;
      }
    }
    reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
    return true;
  }

  private boolean explain() {
    List<Described> found = described();
    int width = Math.min(100, session.screen().width() - 3);
    above(
        found.isEmpty()
            ? session
                .screen()
                .colours()
                .quiet("Nothing is known of this. /help lists the commands.")
            : found.stream()
                .map(
                    d ->
                        session.screen().colours().bold(d.signature())
                            + "\n"
                            + Wrapped.at(width, d.text()).indent(2))
                .collect(Collectors.joining()));
    return true;
  }

  private List<Described> described() {
    String text = reader.getBuffer().toString();
    int cursor = reader.getBuffer().cursor();
    return session.using(engine -> new Inspection(engine).at(text, cursor));
  }

  private String brief(Described word) {
    String more = word.text().equals(word.summary()) ? "" : "  (Alt-H: more)";
    return session.screen().colours().bold(word.signature())
        + (word.summary().isEmpty()
            ? ""
            : "\n  " + word.summary() + session.screen().colours().quiet(more));
  }

  private void above(String text) {
    reader.printAbove(AttributedString.fromAnsi(text.stripTrailing()));
  }

  /** Suggestions from the history behind the cursor; off at first. */
  Function<String, String> suggestions() {
    return value -> {
      switch (value) {
        case "on" -> reader.setAutosuggestion(LineReader.SuggestionType.HISTORY);
        case "off" -> reader.setAutosuggestion(LineReader.SuggestionType.NONE);
        case "" -> {}
        default -> throw new DescriptionException("suggestions are on or off, not " + value + ".");
      }
      return reader.getAutosuggestion() == LineReader.SuggestionType.NONE ? "off" : "on";
    };
  }
}
