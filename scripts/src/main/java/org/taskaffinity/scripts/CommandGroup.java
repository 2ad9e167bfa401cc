package org.taskaffinity.scripts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: its subcommands do. */
@Command(footer = "")
public abstract class CommandGroup implements Runnable {
  private final String what;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  /**
   * @param what its subcommands do something with, in words
   */
  protected CommandGroup(String what) {
    this.what = what;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with "
            + what
            + ": "
            + String.join(", ", spec.subcommands().keySet())
            + ".");
  }
}
