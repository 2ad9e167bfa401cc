package org.taskaffinity.scripts.repl;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Entry;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.ShellEngine;
import org.taskaffinity.scripts.shell.Value;
import org.taskaffinity.scripts.shell.Variable;
import org.taskaffinity.scripts.terminal.ValueText;

/** What was said so far and what it gave, however the lines come in. */
final class Session implements AutoCloseable {
  private final Screen screen;
  private final Runner runner;
  private CompletableFuture<ShellEngine> opening;
  private int inputs;

  Session(Screen screen, Runner runner) {
    this.screen = screen;
    this.runner = runner;
    this.opening = opened();
  }

  /** The engine opens beside, so that the prompt is there before it. */
  private CompletableFuture<ShellEngine> opened() {
    CompletableFuture<ShellEngine> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                ShellEngine engine = ShellEngine.open(runner);
                engine.noting(
                    note -> screen.note(screen.terminal() ? note.message() : note.toString()));
                future.complete(engine);
              } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
              }
            },
            "engine");
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  Screen screen() {
    return screen;
  }

  Runner runner() {
    return runner;
  }

  ShellEngine engine() {
    return opening.join();
  }

  /** Asks the engine something, when nobody else does. */
  <T> T using(Function<ShellEngine, T> asked) {
    ShellEngine engine = engine();
    synchronized (engine) {
      return asked.apply(engine);
    }
  }

  CompletableFuture<ShellEngine> whenOpen() {
    return opening;
  }

  /**
   * Evaluates a text and prints what it gives.
   *
   * @param name what messages call it; empty for a line of the prompt
   * @return why it stopped
   */
  Optional<Failure> eval(String name, String text) {
    return using(engine -> evaluated(engine, name, text));
  }

  private Optional<Failure> evaluated(ShellEngine engine, String name, String text) {
    int before = engine.entries().size();
    PrintStream out = System.out;
    System.setOut(screen.statements());
    screen.begin();
    Optional<Failure> failure;
    try {
      failure = engine.eval(name.isEmpty() ? "#" + ++inputs : name, text, this::told);
    } finally {
      System.setOut(out);
      screen.end();
    }
    List<Entry> entries = engine.entries();
    entries.subList(Math.min(before, entries.size()), entries.size()).forEach(this::declared);
    failure.ifPresent(f -> failed(f, name));
    return failure;
  }

  private void told(Value value) {
    boolean silent = value.object() == null && value.name().isEmpty() || value.silent();
    if (silent || !screen.terminal() && !value.shown()) {
      return; // where nobody looks on, declarations are silent as in a script
    }
    String text = text(value);
    if (!screen.terminal()) {
      screen.say(text);
      return;
    }
    String name = value.name().orElse("");
    String lead = name.isEmpty() ? "" : name + " ==> ";
    boolean below = !lead.isEmpty() && text.contains("\n");
    screen.shortened(
        screen.colours().quiet(below ? lead.stripTrailing() : lead) + (below ? "\n" : "") + text,
        name.isEmpty() ? "" : "; /print " + name + " shows all");
  }

  private String text(Value value) {
    try {
      return ValueText.of(value.object(), screen.look());
    } catch (RuntimeException | StackOverflowError e) {
      return "(its toString() fails: " + e + ")";
    }
  }

  private void declared(Entry entry) {
    String what =
        switch (entry.kind()) {
          case METHOD -> "method " + entry.name() + entry.type().replaceFirst("\\).*", ")");
          case TYPE -> "type " + entry.name();
          default -> "";
        };
    if (!what.isEmpty() && screen.terminal()) {
      String pending =
          entry.state() == Entry.State.PENDING ? ", once what it needs is declared" : "";
      screen.note(what + pending);
    }
  }

  private void failed(Failure failure, String name) {
    if (failure.kind() == Failure.Kind.STOPPED || saved(failure)) {
      screen.note(failure.message() + (saved(failure) ? "\n  at this prompt: !!" : ""));
    } else if (name.isEmpty() && screen.terminal()) {
      screen.fail(withoutPlace(failure));
    } else {
      screen.fail(failure.explain());
    }
  }

  private static boolean saved(Failure failure) {
    return failure.thrown().map(t -> t instanceof RunException run && run.stopped()).orElse(false);
  }

  /** At a prompt everybody sees which line it was: the place in it, and what is wrong. */
  private static String withoutPlace(Failure failure) {
    String explained = failure.explain();
    if (failure.kind() == Failure.Kind.COMPILE) {
      return failure.place().pointed().indent(2) + failure.message();
    }
    int trace = explained.indexOf("\n  at ");
    return failure.message()
        + (failure.frames().size() > 1 && trace >= 0 ? explained.substring(trace) : "");
  }

  /** A variable by its name, with what it holds. */
  Optional<Variable> variable(String name) {
    return engine().variables().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  void stop() {
    if (opening.isDone()) {
      engine().stop();
    }
  }

  /** Forgets everything that was said. */
  void reset() {
    ShellEngine old = engine();
    opening = opened();
    old.close();
  }

  @Override
  public void close() {
    opening.thenAccept(ShellEngine::close);
  }
}
