package org.taskaffinity.notebooks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.Environment;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;
import picocli.CommandLine;

/** The commands of this module within a test: streams that are read afterwards. */
final class NotebookCli {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Interruption interruption;

  int run(String... arguments) {
    Terminal terminal = new Terminal(stream(out), stream(err), false, 80);
    interruption = new Interruption(terminal.err(), Thread.currentThread(), code -> {});
    Environment environment = new Environment(Runner::open, terminal, interruption);
    CommandLine command =
        (CommandLine) new NotebookCommands().of(environment).get(arguments[0]).get();
    command.setErr(new PrintWriter(stream(err), true));
    command.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          if (!(e instanceof AffinityException)) {
            throw e;
          }
          terminal.err().println(e.getMessage());
          return 2;
        });
    List<String> rest = new ArrayList<>(List.of(arguments));
    rest.remove(0);
    return command.execute(rest.toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  Interruption interruption() {
    return interruption;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
