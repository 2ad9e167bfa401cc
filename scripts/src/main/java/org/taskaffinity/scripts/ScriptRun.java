package org.taskaffinity.scripts;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Presets;
import org.taskaffinity.scripts.shell.ScriptFile;
import org.taskaffinity.scripts.shell.ShellEngine;
import org.taskaffinity.scripts.shell.Value;
import org.taskaffinity.scripts.terminal.Terminal;

/** One script, started: its prints go to the command's output, Ctrl-C stops it. */
final class ScriptRun implements AutoCloseable {
  private final Environment environment;
  private final ShellEngine engine;
  private final PrintStream before = System.out;

  ScriptRun(Environment environment, Runner runner, Terminal terminal) {
    this.environment = environment;
    this.engine = ShellEngine.open(runner);
    System.setOut(terminal.out());
    environment.interruption().stopping(engine::stop);
  }

  Optional<Failure> run(Path file, Map<String, String> presets, Consumer<Value> told) {
    String text = ScriptFile.read(file);
    Presets.check(presets, file.toString(), text);
    return engine.evalWhole(file.toString(), text, presets, told);
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
