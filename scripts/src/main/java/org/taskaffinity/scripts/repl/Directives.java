package org.taskaffinity.scripts.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.scripts.shell.Entry;
import org.taskaffinity.scripts.shell.ScriptFile;
import org.taskaffinity.scripts.shell.Variable;
import org.taskaffinity.scripts.terminal.ValueText;

/** The commands of the prompt; those of JShell's own tool by the names they have there. */
final class Directives {
  private final Session session;
  private final Written files;
  private final Editing editing;
  private final List<String> history;
  private final Map<String, Directive> known = new LinkedHashMap<>();
  private Optional<Integer> leaving = Optional.empty();
  private final PromptSettings settings;

  /**
   * @param history what was typed, the oldest first; grows as the session goes on
   */
  Directives(Session session, Written files, Editing editing, List<String> history) {
    this.session = session;
    this.files = files;
    this.editing = editing;
    this.history = history;
    this.settings = new PromptSettings(session.screen());
    DirectiveHelp help = new DirectiveHelp(session, known.values(), this::find);
    add(
        "/help",
        "[VERB|/COMMAND]",
        "this list; the Javadoc of a verb, a type or Type.member; all: /help verbs",
        help::explain);
    add(
        "/show",
        "[NAME]",
        "write the report of a result (or draw a figure) and open it",
        files::show);
    add("/print", "NAME", "a value with nothing cut off", this::print);
    add("/data", "", "the catalogue, and where each file lies", rest -> data());
    add("/save", "[-f] FILE", "the accepted statements as a script that runs", files::save);
    add("/open", "FILE", "evaluate a script", this::open);
    add(
        "/vars",
        "",
        "variables and their types",
        rest -> list(Entry.Kind.VARIABLE, Entry.Kind.EXPRESSION));
    add("/methods", "", "methods declared here", rest -> list(Entry.Kind.METHOD));
    add("/types", "", "types declared here", rest -> list(Entry.Kind.TYPE));
    add("/imports", "", "what is imported", rest -> imports());
    add("/list", "[all|start|ID|NAME]", "statements, with their numbers", this::listed);
    add("/edit", "[ID|NAME]", "statements in $EDITOR, evaluated when it closes", this::edit);
    add("/drop", "ID|NAME …", "take declarations back", this::drop);
    add("/reset", "", "forget everything that was said here", rest -> reset());
    add("/history", "", "what was typed in this session", rest -> said(String.join("\n", history)));
    add("/set", "[NAME VALUE]", "how the prompt behaves", rest -> said(settings.set(rest)));
    add("/exit", "[CODE]", "leave; Ctrl-D too", this::exit);
    add("/!", "", "the last statement again; also !!", rest -> again(-1));
    add("/-N", "", "the N-th last again", rest -> unknown("/-N"));
    add("/ID", "", "the statement of this number again", rest -> unknown("/ID"));
    add("/?", "", "the same as /help", help::explain);
  }

  private void add(String name, String arguments, String summary, Function<String, String> action) {
    known.put(name, new Directive(name, arguments, summary, action));
  }

  /** A command that needs more than there is here. */
  void add(Directive directive) {
    known.put(directive.name(), directive);
  }

  PromptSettings settings() {
    return settings;
  }

  /** Whether a line is a command rather than a statement. */
  static boolean is(String line) {
    String text = line.strip();
    return text.equals("!!")
        || text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*");
  }

  List<Directive> all() {
    return List.copyOf(known.values());
  }

  /** The exit code, once leaving was asked for. */
  Optional<Integer> leaving() {
    return leaving;
  }

  /** Does what a line asks; gives a text that is to be evaluated, or "". */
  String run(String line) {
    String text = line.strip();
    String word = text.split("\\s+", 2)[0];
    String rest = text.substring(word.length()).strip();
    if (word.equals("!!") || word.equals("/!")) {
      return again(-1);
    }
    if (word.matches("/-\\d{1,9}")) {
      return again(Integer.parseInt(word.substring(1)));
    }
    if (word.matches("/e?\\d+(-e?\\d+)?")) {
      return numbered(word.substring(1));
    }
    return find(word).action().apply(rest);
  }

  /** A command by its name or by a beginning that no other has. */
  private Directive find(String word) {
    if (known.containsKey(word)) {
      return known.get(word);
    }
    List<String> names = known.keySet().stream().filter(n -> n.matches("/[a-z]+")).toList();
    List<String> fitting = names.stream().filter(n -> n.startsWith(word)).toList();
    if (fitting.size() == 1) {
      return known.get(fitting.get(0));
    }
    throw new DescriptionException(
        fitting.isEmpty() || word.equals("/")
            ? Nearest.unknown("command", word, "this prompt", names)
            : word + " may be " + String.join(", ", fitting) + ".");
  }

  private String said(String text) {
    session.screen().say(text);
    return "";
  }

  private String unknown(String word) {
    throw new DescriptionException(
        word + " wants a number: /-1 is the last statement, /1 the first.");
  }

  // What there is

  private String print(String name) {
    Variable variable = variable(name);
    return said(ValueText.of(variable.object(), session.screen().look()));
  }

  private Variable variable(String name) {
    return session
        .variable(name)
        .orElseThrow(
            () ->
                new DescriptionException(
                    Nearest.unknown(
                        "variable",
                        name,
                        "this session",
                        session.engine().variables().stream().map(Variable::name).toList())));
  }

  private String data() {
    List<CatalogueEntry> all = session.runner().catalogue();
    int longest = all.stream().mapToInt(e -> e.name().length()).max().orElse(0);
    for (CatalogueEntry entry : all) {
      DataState state = session.runner().locate(entry.name());
      String tasks = entry.tasks().isEmpty() ? "tasks in file" : entry.tasks().size() + " tasks";
      String place =
          state
              .path()
              .map(Object::toString)
              .orElse(
                  entry.inCode()
                      ? "made in code"
                      : "not here; runner.fetch(\"" + entry.name() + "\") gets it");
      session
          .screen()
          .say(
              String.format(
                  Locale.ROOT,
                  "%-" + longest + "s %,9d rows  %-13s  %s",
                  entry.name(),
                  entry.rows(),
                  tasks,
                  session.screen().colours().quiet(place)));
    }
    return "";
  }

  private String list(Entry.Kind... kinds) {
    for (Entry each : active()) {
      if (List.of(kinds).contains(each.kind()) && !each.name().isEmpty()) {
        session.screen().say("  " + declaration(each));
      }
    }
    return "";
  }

  private static String declaration(Entry entry) {
    return switch (entry.kind()) {
      case METHOD -> entry.name() + entry.type();
      case TYPE -> entry.source().replaceFirst("(?s)\\s*\\{.*", "");
      default -> entry.type() + " " + entry.name();
    };
  }

  private List<Entry> active() {
    return entries().stream()
        .filter(e -> e.state() == Entry.State.ACTIVE || e.state() == Entry.State.PENDING)
        .toList();
  }

  private List<Entry> entries() {
    return session.engine().entries().stream().filter(e -> !e.start()).toList();
  }

  private String imports() {
    session.engine().entries().stream()
        .filter(e -> e.kind() == Entry.Kind.IMPORT)
        .forEach(e -> session.screen().say("  " + e.source()));
    return "";
  }

  private String listed(String which) {
    List<Entry> chosen =
        switch (which) {
          case "" -> active();
          case "all", "-all" -> session.engine().entries();
          case "start", "-start" ->
              session.engine().entries().stream().filter(Entry::start).toList();
          default -> chosen(which);
        };
    chosen.forEach(
        e ->
            session
                .screen()
                .say(String.format("%4s : %s", e.id(), e.source().replace("\n", "\n       "))));
    return "";
  }

  private List<Entry> chosen(String idOrName) {
    List<Entry> found =
        entries().stream()
            .filter(e -> e.id().equals(idOrName) || e.name().equals(idOrName))
            .toList();
    if (found.isEmpty()) {
      List<String> names =
          new ArrayList<>(active().stream().map(Entry::name).filter(n -> !n.isEmpty()).toList());
      throw new DescriptionException(Nearest.unknown("statement", idOrName, "this session", names));
    }
    return found;
  }

  // What changes the session

  private String again(int back) {
    List<Entry> entries = entries();
    int at = entries.size() + back;
    if (at < 0 || entries.isEmpty()) {
      throw new DescriptionException("There is no such statement yet. /list all shows them.");
    }
    return echoed(entries.get(at).source());
  }

  private String numbered(String range) {
    String[] ends = range.split("-");
    List<String> ids = entries().stream().map(Entry::id).toList();
    int from = ids.indexOf(ends[0]);
    int to = ids.indexOf(ends[ends.length - 1]);
    if (from < 0 || to < from) {
      throw new DescriptionException("There is no statement " + range + ". /list all shows them.");
    }
    return echoed(
        entries().subList(from, to + 1).stream()
            .map(Entry::source)
            .collect(Collectors.joining("\n")));
  }

  private String echoed(String source) {
    session.screen().note(source);
    return source;
  }

  private String open(String file) {
    session.eval(file, ScriptFile.read(files.path("/open", file)));
    return "";
  }

  private String edit(String which) {
    List<Entry> chosen = which.isEmpty() ? active() : chosen(which);
    String before = chosen.stream().map(e -> e.source() + "\n").collect(Collectors.joining());
    String after = editing.edited(before);
    return after.equals(before) ? "" : after;
  }

  private String drop(String which) {
    if (which.isEmpty()) {
      throw new DescriptionException("/drop wants a name or a number. /list shows them.");
    }
    for (String each : which.split("\\s+")) {
      long dropped = chosen(each).stream().filter(e -> session.engine().drop(e.id())).count();
      session
          .screen()
          .note(
              dropped == 0 ? each + " declares nothing that could be dropped" : "dropped " + each);
    }
    return "";
  }

  private String reset() {
    session.reset();
    session.screen().note("Everything said here is forgotten; stored runs are where they were.");
    return "";
  }

  private String exit(String code) {
    if (!code.matches("\\d{0,3}")) {
      throw new DescriptionException("/exit takes a whole number, not " + code + ".");
    }
    leaving = Optional.of(code.isEmpty() ? 0 : Integer.parseInt(code));
    return "";
  }
}
