package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;

/** The command line within a test: a fake runner, streams that are read afterwards. */
final class Cli {
  final List<FakeRunner> runners = new CopyOnWriteArrayList<>();
  final List<Integer> halted = new ArrayList<>();
  boolean stored;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Interruption interruption;

  Cli() {
    interruption = new Interruption(stream(err), Thread.currentThread(), halted::add);
  }

  int run(String... arguments) {
    return new Main(environment()).run(arguments);
  }

  Environment environment() {
    Terminal terminal = new Terminal(stream(out), stream(err), false, 80);
    return new Environment(this::open, terminal, interruption);
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

  /** What the command line answers as JSON. */
  static JsonNode json(String... arguments) throws Exception {
    Cli cli = new Cli();
    assertEquals(0, cli.run(arguments), cli.err());
    return new ObjectMapper().readTree(cli.out());
  }

  /** What the command line says when Ctrl-C comes after a run, or a line {@code begun}, began. */
  static String interrupted(int code, String... arguments) throws Exception {
    Cli cli = new Cli();
    CompletableFuture<Void> signal = CompletableFuture.runAsync(cli::interruptOnceBegun);
    assertEquals(code, cli.run(arguments), cli.err());
    signal.get();
    assertEquals(List.of(), cli.halted);
    return cli.err().replace("a note while training\n", "");
  }

  private void interruptOnceBegun() {
    try {
      while (!out().contains("begun") && runners.stream().allMatch(r -> r.ran.isEmpty())) {
        Thread.sleep(20);
      }
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    interruption.ask(130);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
