package org.taskaffinity.scripts.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.TerminalBuilder;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Completions;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.LazyRunner;
import org.taskaffinity.scripts.terminal.Colours;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;
import org.taskaffinity.scripts.terminal.TerminalProgress;

/** {@code affinity repl}: reads, evaluates, prints, until its user leaves. */
public final class Repl {
  private static final int PATIENCE = 3;

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger JLINE = Logger.getLogger("org.jline");

  private final Around around;
  private final Background background;
  private final Session session;
  private final SwitchableProgress told;
  private final List<String> typed = Collections.synchronizedList(new ArrayList<>());
  private final Directives directives;
  private final Thread worker = Thread.currentThread();
  private final Object work = new Object();
  private Runnable stopping;
  private int asked;

  /**
   * What a session finds around it.
   *
   * @param streams the process's own
   * @param interruption hears signals
   * @param runners opens a runner that tells its progress
   * @param out where reports go
   * @param environment a variable's value, or null
   * @param codes the exit code of a failure, where the first one ends it
   * @param quiet whether no progress is to be shown
   */
  public record Around(
      Terminal streams,
      Interruption interruption,
      Function<Progress, Runner> runners,
      Path out,
      UnaryOperator<String> environment,
      ToIntFunction<Failure> codes,
      boolean quiet) {}

  private Repl(Around around, Screen screen) {
    this.around = around;
    this.told =
        new SwitchableProgress(
            () -> around.quiet() ? Progress.NONE : new TerminalProgress(screen.streams()));
    this.background = new Background(() -> around.runners().apply(told));
    this.session = new Session(screen, new LazyRunner(background::runner));
    Browser browser = new Browser(around.environment(), System.getProperty("os.name"));
    Written files = new Written(session, around.out(), browser);
    this.directives = new Directives(session, files, new Editing(around.environment()), typed);
    directives.add(new Runs(session).directive());
    if (screen.terminal()) {
      session.whenOpen().thenRun(this::warm);
    }
  }

  /** What the first Tab and the first run would wait for, while the user reads and types. */
  private void warm() {
    session.using(
        engine -> engine.unfinished("experiment(") && new Completions(engine).at("exp", 3) != null);
    background.begin();
  }

  /** A session on the terminal, or where there is none on standard input; gives the exit code. */
  public static int start(Around around, InputStream input) {
    Optional<org.jline.terminal.Terminal> found = terminal();
    if (found.isEmpty()) {
      return new Repl(around, Screen.of(around.streams())).piped(input);
    }
    try (org.jline.terminal.Terminal terminal = found.get()) {
      return on(around, terminal);
    } catch (IOException e) {
      throw new RunException("The terminal was lost: " + e.getMessage(), e);
    }
  }

  /** The same on a terminal that is given. */
  static int on(Around around, org.jline.terminal.Terminal terminal) {
    Colours colours = Colours.of(around.environment());
    Screen screen = Screen.of(terminal.output(), terminal::getColumns, terminal::getRows, colours);
    return new Repl(around, screen).typed(terminal);
  }

  /**
   * JLine's own native library does without a process for each change of the terminal's mode; where
   * it cannot be loaded, {@code stty} does.
   */
  private static Optional<org.jline.terminal.Terminal> terminal() {
    JLINE.setLevel(Level.OFF); // what it has to say is for those who build prompts
    try {
      return Optional.of(
          TerminalBuilder.builder()
              .system(true)
              .dumb(false)
              .providers("jni,exec")
              .encoding(StandardCharsets.UTF_8)
              .stdinEncoding(StandardCharsets.UTF_8)
              .stdoutEncoding(StandardCharsets.UTF_8)
              .nativeSignals(true)
              .signalHandler(org.jline.terminal.Terminal.SignalHandler.SIG_DFL)
              .build());
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  // A terminal

  private int typed(org.jline.terminal.Terminal terminal) {
    Screen screen = session.screen();
    Path file = HistoryFile.file(around.environment(), System.getProperty("user.home"));
    Optional<String> unwritable = HistoryFile.unwritable(file);
    Prompted prompted = new Prompted(session, directives);
    Prompt prompt =
        new Prompt(
            terminal,
            session,
            prompted,
            unwritable.isPresent() ? Optional.empty() : Optional.of(file),
            typed);
    directives.settings().add("suggestions", prompt.suggestions());
    terminal.handle(org.jline.terminal.Terminal.Signal.INT, signal -> interrupted());
    around.interruption().stopping(this::terminated);
    screen.say("Task Affinity. /help explains, Tab completes, /exit leaves.");
    unwritable.ifPresent(screen::note);
    try (session) {
      while (directives.leaving().isEmpty() && !around.interruption().asked()) {
        Prompt.Read read = prompt.read();
        if (read.end()) {
          break;
        }
        if (!read.text().isBlank()) {
          obey(read.text());
        }
      }
    }
    background.end();
    return around.interruption().asked()
        ? around.interruption().stopped()
        : directives.leaving().orElse(0);
  }

  private Optional<Failure> obey(String line) {
    told.renew();
    try {
      String text =
          Directives.is(line) ? during(worker::interrupt, () -> directives.run(line)) : line;
      return text.isBlank()
          ? Optional.empty()
          : during(session::stop, () -> session.eval("", text));
    } catch (AffinityException e) {
      session.screen().fail(e.getMessage());
    } catch (RuntimeException e) {
      session.screen().fail(String.valueOf(e));
    } finally {
      Thread.interrupted(); // a Ctrl-C that came too late for what it was meant for
    }
    return Optional.empty();
  }

  private <T> T during(Runnable way, java.util.function.Supplier<T> work) {
    synchronized (this.work) {
      stopping = way;
      asked = 0;
    }
    try {
      return work.get();
    } finally {
      boolean late;
      synchronized (this.work) {
        stopping = null;
        late = asked > 0;
      }
      if (late) {
        session.using(engine -> engine.eval("", "", value -> {})); // takes a stop that came late
      }
    }
  }

  /** Ctrl-C while something runs. */
  private void interrupted() {
    synchronized (work) {
      if (stopping == null) {
        return;
      }
      asked++;
      if (asked > PATIENCE) {
        Runtime.getRuntime().halt(130);
      }
      if (asked > 1) {
        session
            .screen()
            .note(
                "Still stopping; it is inside a library. "
                    + (asked == PATIENCE ? "Once more ends affinity." : ""));
      }
      stopping.run();
    }
  }

  /** The process is asked to end. */
  private void terminated() {
    synchronized (work) {
      if (stopping != null) {
        stopping.run();
      } else {
        worker.interrupt();
      }
    }
  }

  // No terminal

  /** As a script that comes bit by bit: the first error ends it. */
  private int piped(InputStream input) {
    around.interruption().stopping(session::stop);
    told.renew();
    StringBuilder text = new StringBuilder();
    try (session;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        text.append(line).append('\n');
        boolean command = Directives.is(text.toString());
        String whole = text.toString();
        if (!command && session.using(engine -> engine.unfinished(whole))) {
          continue;
        }
        text.setLength(0);
        Optional<Failure> failure = said(command ? directives.run(whole) : whole);
        if (failure.isPresent()) {
          return code(failure.get());
        }
        if (directives.leaving().isPresent()) {
          return directives.leaving().get();
        }
      }
      return said(text.toString()).map(this::code).orElse(0);
    } catch (IOException e) {
      throw new RunException("Standard input cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<Failure> said(String text) {
    return text.isBlank() ? Optional.empty() : session.eval("standard input", text);
  }

  private int code(Failure failure) {
    return around.interruption().asked()
        ? around.interruption().stopped()
        : around.codes().applyAsInt(failure);
  }
}
