package org.taskaffinity.scripts;

import java.util.concurrent.Callable;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.shell.LazyRunner;
import org.taskaffinity.scripts.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have in common. */
@Command(
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = "",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:the world failed: a file, a disk, a device, a training",
      "2:what was asked makes no sense, or does not fit the data",
      "130:interrupted; what was reached is saved"
    })
public abstract class Verb implements Callable<Integer> {
  protected final Environment environment;

  @Mixin protected RunnerOptions options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  protected Verb(Environment environment) {
    this.environment = environment;
  }

  protected Terminal terminal() {
    return environment.terminal();
  }

  /** A runner that is opened when it is first used; options that make no sense are refused now. */
  protected LazyRunner lazily() {
    Settings settings = options.settings(terminal());
    return new LazyRunner(() -> environment.runners().apply(settings));
  }

  protected void print(Object text) {
    terminal().out().println(text);
  }
}
