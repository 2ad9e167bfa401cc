package org.taskaffinity.scripts.shell;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.StatementReader.Statement;

/**
 * One JShell in this JVM: evaluates texts statement by statement, and hands out values and
 * exceptions as the objects they are.
 *
 * <p>In scope from the first line: {@code java.util.*}, {@code java.nio.file.*}, {@code
 * org.taskaffinity.dsl.*}, the verbs of {@code Mtl} and {@code Figures}, {@code println}, and the
 * variable {@code runner}. Besides the JDK and the language, scripts see no library. Statements run
 * on the thread that calls; only {@link #stop} may be called from another.
 */
public final class ShellEngine implements ScriptEngine {
  private static final List<String> IMPORTS =
      List.of(
          "import java.util.*;",
          "import java.nio.file.*;",
          "import org.taskaffinity.dsl.*;",
          "import static org.taskaffinity.dsl.Mtl.*;",
          "import static org.taskaffinity.dsl.Figures.*;",
          "import static org.taskaffinity.scripts.shell.Printing.*;");

  private final LiveControl control;
  private final JShell shell;
  private final StatementReader reader;
  private final Map<String, Origin> origins = new HashMap<>();
  private final Set<String> failed = new HashSet<>();
  private final Unset unset = new Unset();
  private final SnippetNames names;
  private final Runner runner;
  private Map<String, String> presets = Map.of();
  private Consumer<Note> noting = note -> System.err.println(note);

  private ShellEngine(LiveControl control, JShell shell, SnippetNames names, Runner runner) {
    this.control = control;
    this.shell = shell;
    this.names = names;
    this.runner = runner;
    this.reader = new StatementReader(shell.sourceCodeAnalysis(), this::declared);
  }

  /**
   * An engine whose scripts know this runner as {@code runner}. The runner stays the caller's to
   * close.
   */
  public static ShellEngine open(Runner runner) {
    return open(runner, RedefinitionAgent::instrumentation);
  }

  /** The same with what replaces the code of loaded classes, or without. */
  static ShellEngine open(Runner runner, Supplier<Optional<Instrumentation>> redefining) {
    LiveControl control = LiveControl.of(ShellEngine.class.getClassLoader(), redefining);
    SnippetNames names = new SnippetNames();
    JShell shell =
        JShell.builder()
            .executionEngine(control, Map.of())
            .compilerOptions("--class-path", classPath())
            .idGenerator(names)
            .build();
    ShellEngine engine = new ShellEngine(control, shell, names, runner);
    IMPORTS.forEach(engine::begin);
    int ticket = ScriptSupport.hand(runner);
    engine.begin(
        "Runner runner = (Runner) org.taskaffinity.scripts.shell.ScriptSupport.take("
            + ticket
            + ");");
    names.begun();
    return engine;
  }

  /**
   * The language and what a script has beside it, and no more: scripts know no engine, and a longer
   * path costs half a second.
   */
  private static String classPath() {
    return Stream.of(Runner.class, ShellEngine.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(where -> Path.of(URI.create(where.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void begin(String statement) {
    for (SnippetEvent event : shell.eval(statement)) {
      if (event.status() != Snippet.Status.VALID || event.exception() != null) {
        throw new IllegalStateException("The engine's own start failed: " + statement);
      }
    }
  }

  /**
   * Evaluates a text in order, up to its first failure.
   *
   * @param name what to call the text in messages: a file's name, a cell's number
   * @param told is given each statement's value as soon as it is there
   * @return why it stopped; empty if it came to its end
   */
  public Optional<Failure> eval(String name, String text, Consumer<Value> told) {
    return eval(name, text, Map.of(), told);
  }

  /**
   * The same, with values for variables that the text declares, in place of what it gives them
   * itself; as they are typed, a {@code String}'s without quotes.
   */
  public Optional<Failure> eval(
      String name, String text, Map<String, String> presets, Consumer<Value> told) {
    this.presets = Map.copyOf(presets);
    try (Runner.Using inForce = Runner.using(runner)) {
      return statements(ScriptText.of(name, text), told);
    } finally {
      control.over();
      this.presets = Map.of();
    }
  }

  private Optional<Failure> statements(ScriptText script, Consumer<Value> told) {
    int at = script.statementFrom(0);
    while (at < script.text().length()) {
      Origin origin = new Origin(script, at);
      Optional<Statement> next;
      try {
        next = reader.next(script.text().substring(at));
      } catch (RuntimeException | Error e) {
        return Optional.of(Failures.crashed(origin, script.text().substring(at), e));
      }
      if (next.isEmpty()) {
        return Optional.of(Foreign.hinted(Failures.unfinished(origin), origin));
      }
      int end = at + next.get().length();
      at = script.statementFrom(end);
      boolean last = at >= script.text().length();
      Optional<Failure> failure =
          statement(
              origin,
              next.get().source(),
              BareText.of(ScriptLanguage.JAVA, script.text().substring(origin.offset(), end))
                  .stripTrailing()
                  .endsWith(";"),
              v -> told.accept(last ? v.asLast() : v));
      if (failure.isPresent()) {
        return failure.map(f -> Foreign.hinted(f, origin));
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #eval}, for a text that is all there is: what it needs must be declared in it.
   *
   * @param presets values for variables of the text, as {@link #eval(String, String, Map,
   *     Consumer)} takes them
   */
  @Override
  public Optional<Failure> evalWhole(
      String name, String text, Map<String, String> presets, Consumer<Value> told) {
    Optional<Failure> failure = eval(name, text, presets, told);
    return failure.isPresent() ? failure : undeclared();
  }

  /**
   * The value of one expression.
   *
   * @throws DescriptionException if it is no expression of that type
   */
  public <T> T value(Class<T> type, String expression) {
    try {
      return type.cast(said(type, expression));
    } finally {
      control.over();
    }
  }

  private Object said(Class<?> type, String expression) {
    List<Value> values = new ArrayList<>();
    Optional<Failure> failure = statements(ScriptText.of("statement", expression), values::add);
    if (failure.isPresent()) {
      throw failure
          .flatMap(Failure::thrown)
          .filter(DescriptionException.class::isInstance)
          .map(DescriptionException.class::cast)
          .orElseGet(() -> new DescriptionException(failure.get().explain()));
    }
    Object object = values.isEmpty() ? null : values.get(values.size() - 1).object();
    if (!type.isInstance(object)) {
      throw new DescriptionException(
          expression + " is no " + type.getSimpleName() + ". See the verbs of Mtl.");
    }
    return object;
  }

  /**
   * @param ended whether a semicolon of the author's ends it
   */
  private Optional<Failure> statement(
      Origin origin, String source, boolean ended, Consumer<Value> told) {
    Optional<String> reserved = Reserved.in(source);
    if (reserved.isPresent()) {
      return Optional.of(Failures.compile(origin.start(), reserved.get()));
    }
    control.forget();
    Dependents dependents = Dependents.before(shell, control);
    List<SnippetEvent> all;
    try {
      all = shell.eval(source);
    } catch (RuntimeException | Error e) {
      return Optional.of(Failures.crashed(origin, source, e));
    }
    dependents.after(all).ifPresent(text -> note(origin, text));
    List<SnippetEvent> events = all.stream().filter(e -> e.causeSnippet() == null).toList();
    events.forEach(e -> origins.put(e.snippet().id(), origin));
    Failures failures = new Failures(shell, origins, unset);
    for (SnippetEvent event : events) {
      Optional<Failure> failure = failures.of(event, origin, control);
      if (failure.isPresent()) {
        failed.add(event.snippet().id());
        unset.failed(events, failure.get());
        return failure;
      }
      unset.done(event);
      unset.shown(event.snippet(), control.value()).ifPresent(text -> note(origin, text));
      value(event.snippet(), origin, ended).ifPresent(told);
      Optional<Failure> unset = preset(event.snippet(), origin);
      if (unset.isPresent()) {
        return unset;
      }
    }
    if (control.stopping()) {
      events.forEach(e -> failed.add(e.snippet().id()));
      return Optional.of(Failures.stopped(origin));
    }
    return Optional.empty();
  }

  private void note(Origin origin, String text) {
    noting.accept(new Note(origin.start(), text));
  }

  private Optional<Failure> preset(Snippet snippet, Origin origin) {
    if (!(snippet instanceof VarSnippet variable) || !presets.containsKey(variable.name())) {
      return Optional.empty();
    }
    try {
      assign(variable, presets.get(variable.name()));
      return Optional.empty();
    } catch (DescriptionException e) {
      return Optional.of(Failures.compile(origin.start(), e.getMessage()));
    }
  }

  private void assign(VarSnippet variable, String typed) {
    Setting setting =
        Setting.of(variable.typeName())
            .orElseThrow(() -> Setting.untypable(variable.name(), typed, variable.typeName()));
    Object given = setting.value(variable.name(), typed, text -> said(Object.class, text));
    begin(
        variable.name()
            + " = ("
            + variable.typeName()
            + ") org.taskaffinity.scripts.shell.ScriptSupport.take("
            + ScriptSupport.hand(given)
            + ");");
  }

  private Optional<Value> value(Snippet snippet, Origin origin, boolean ended) {
    boolean bare =
        switch (snippet.subKind()) {
          case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
          default -> false;
        };
    Optional<String> name = Optional.empty();
    String type;
    if (snippet instanceof VarSnippet variable) {
      name = Optional.of(variable.name());
      type = variable.typeName();
    } else if (snippet instanceof ExpressionSnippet expression) {
      type = expression.typeName();
    } else {
      return Optional.empty();
    }
    return Optional.of(
        new Value(origin.start(), name, type, control.value(), bare, false, bare && ended));
  }

  private Optional<Failure> undeclared() {
    return shell
        .snippets()
        .filter(DeclarationSnippet.class::isInstance)
        .map(DeclarationSnippet.class::cast)
        .filter(s -> origins.containsKey(s.id()))
        .filter(s -> shell.status(s).name().startsWith("RECOVERABLE"))
        .findFirst()
        .map(s -> new Failures(shell, origins, unset).undeclared(s));
  }

  private boolean declared(String name) {
    return shell.variables().anyMatch(v -> v.name().equals(name));
  }

  /** The session's variables that can be named, the runner among them, with what they hold. */
  public List<Variable> variables() {
    return shell
        .variables()
        .filter(v -> shell.status(v) == Snippet.Status.VALID)
        .map(v -> new Variable(v.name(), v.typeName(), control.value(shell, v)))
        .toList();
  }

  /** Every statement so far, those of the engine's start first. */
  public List<Entry> entries() {
    return shell.snippets().map(s -> Entries.of(shell, s, failed.contains(s.id()))).toList();
  }

  /**
   * Takes a declaration back.
   *
   * @param id of a statement, as {@link #entries} has it
   * @return whether there was something to take back
   */
  public boolean drop(String id) {
    return shell
        .snippets()
        .filter(s -> s.id().equals(id) && shell.status(s).isActive() && s.kind().isPersistent())
        .findFirst()
        .map(s -> !shell.drop(s).isEmpty())
        .orElse(false);
  }

  /** Whether a text ends within a statement, so that more has to come. */
  public boolean unfinished(String text) {
    ScriptText script = ScriptText.of("", text);
    int at = script.statementFrom(0);
    while (at < script.text().length()) {
      Optional<Statement> next = first(script.text().substring(at));
      if (next.isEmpty()) {
        return true;
      }
      at = script.statementFrom(at + next.get().length());
    }
    return false;
  }

  /**
   * The first statement of a text, sound or not; empty if the text ends within it. All of it where
   * JShell itself fails: evaluating it says why.
   */
  Optional<Statement> first(String text) {
    try {
      return reader.next(text);
    } catch (RuntimeException | Error e) {
      return Optional.of(new Statement(text, text.length()));
    }
  }

  /** How far a text is a statement, and what may come next: for those that type. */
  public SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  /** Who hears what a statement did that its author should know; standard error by default. */
  public void noting(Consumer<Note> hears) {
    noting = hears;
  }

  @Override
  public void stop() {
    control.stop();
  }

  @Override
  public void close() {
    shell.close();
  }
}
