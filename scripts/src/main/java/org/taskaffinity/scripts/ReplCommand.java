package org.taskaffinity.scripts;

import org.taskaffinity.scripts.repl.Repl;
import org.taskaffinity.scripts.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code affinity repl}: a prompt, to explore. */
@Command(
    name = "repl",
    header = {
      "Explore at a prompt: statements of Java, with the language and `runner` in scope.",
      "",
      "  affinity repl",
      "  affinity repl --data ~/data --out out",
      "  affinity repl < statements.txt",
      "",
      "Tab completes, /help explains, Ctrl-C stops what runs and keeps its state. Where",
      "standard input is no terminal, it is read as a script: values of expressions are",
      "printed, and the first error ends it with an exit code other than 0.",
      ""
    })
final class ReplCommand extends Verb {
  ReplCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    options.settings(terminal()); // refuses now what makes no sense
    return Repl.start(around(environment, options), System.in);
  }

  static Repl.Around around(Environment environment, RunnerOptions options) {
    Terminal terminal = environment.terminal();
    return new Repl.Around(
        terminal,
        environment.interruption(),
        told -> environment.runners().apply(options.settings(terminal).progress(told)),
        options.out(),
        System::getenv,
        ScriptRun::code,
        options.quiet());
  }
}
