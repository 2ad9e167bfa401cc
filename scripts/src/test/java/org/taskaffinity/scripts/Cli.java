package org.taskaffinity.scripts;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;

/** The command line within a test: a fake runner, streams that are read afterwards. */
final class Cli {
  final List<FakeRunner> runners = new ArrayList<>();
  final List<Integer> halted = new ArrayList<>();
  boolean stored;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Interruption interruption;

  Cli() {
    interruption = new Interruption(stream(err), Thread.currentThread(), halted::add);
  }

  int run(String... arguments) {
    Terminal terminal = new Terminal(stream(out), stream(err), false, 80);
    return new Main(new Environment(this::open, terminal, interruption)).run(arguments);
  }

  private FakeRunner open(org.taskaffinity.dsl.Settings settings) {
    FakeRunner runner = new FakeRunner(settings);
    runner.stored = stored;
    runners.add(runner);
    return runner;
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  /** Exit code and both streams, as a golden file holds them. */
  static String transcript(String... arguments) {
    Cli cli = new Cli();
    int code = cli.run(arguments);
    return "exit " + code + "\n--- out\n" + cli.out() + "--- err\n" + cli.err();
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
