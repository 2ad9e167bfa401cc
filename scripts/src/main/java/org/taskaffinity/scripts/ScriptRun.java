package org.taskaffinity.scripts;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.kotlin.KotlinEngine;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Parameters;
import org.taskaffinity.scripts.shell.ScriptEngine;
import org.taskaffinity.scripts.shell.ScriptFile;
import org.taskaffinity.scripts.shell.ScriptLanguage;
import org.taskaffinity.scripts.shell.ShellEngine;
import org.taskaffinity.scripts.shell.Value;
import org.taskaffinity.scripts.terminal.Terminal;

/** One script, started: its prints go to the command's output, Ctrl-C stops it. */
final class ScriptRun implements AutoCloseable {
  private final Environment environment;
  private final Path file;
  private final ScriptLanguage language;
  private final String text;
  private final ScriptEngine engine;
  private final PrintStream before = System.out;

  ScriptRun(Environment environment, Path file, Runner runner, Terminal terminal) {
    this.environment = environment;
    this.file = file;
    this.language = language(file);
    this.text = ScriptFile.read(file);
    environment.interruption().stopping(() -> {}); // a compiler does not survive an interrupt
    if (environment.interruption().asked()) {
      Thread.interrupted();
    }
    this.engine = open(language, runner);
    System.setOut(terminal.out());
    environment.interruption().stopping(engine::stop);
  }

  private static ScriptEngine open(ScriptLanguage language, Runner runner) {
    return switch (language) {
      case JAVA -> ShellEngine.open(runner);
      case KOTLIN -> KotlinEngine.open(runner);
    };
  }

  /** By the file's name; a folder is told so, whatever it is called. */
  static ScriptLanguage language(Path file) {
    if (Files.isDirectory(file)) {
      ScriptFile.read(file);
    }
    return ScriptLanguage.of(file);
  }

  Optional<Failure> run(Map<String, String> presets, Consumer<Value> told) {
    Parameters.check(language, presets, file.toString(), text);
    return engine.evalWhole(file.toString(), text, presets, told);
  }

  /** Stops it, from any thread; what it has reached is kept. */
  void stop() {
    engine.stop();
  }

  /** The exit code of a script that failed. */
  static int code(Failure failure) {
    return failure.thrown().map(Main::code).orElse(2);
  }

  @Override
  public void close() {
    System.setOut(before);
    if (!environment.interruption().asked()) {
      environment.interruption().stopping(Thread.currentThread()::interrupt);
    }
    engine.close();
  }
}
