package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Mtl;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class DefaultsTest {
  private static void untold(CommandLine command, List<String> found) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      String said = String.join(" ", option.description());
      boolean told = said.matches("(?s).*(?:[Dd]efault|\\(else |if left out).*");
      if (option.arity().max() > 0 && !told && !option.hidden()) {
        found.add(command.getCommandName() + " " + option.longestName());
      }
    }
    command.getSubcommands().values().forEach(each -> untold(each, found));
  }

  @Test
  void everyOptionThatTakesAValueSaysItsDefault() {
    List<String> found = new ArrayList<>();
    untold(new Main(new Cli().environment()).commands("--help"), found);
    assertEquals(List.of(), found);
  }

  @Test
  void theyAreThoseOfTheLanguage() {
    Cli cli = new Cli();
    cli.run("analyze", "--help");
    String help = cli.out().replaceAll("\\s+", " ");
    int epochs = Mtl.experiment("e", Mtl.planted()).training().epochs();
    assertTrue(help.contains("Passes over the training rows. Default: " + epochs + "."), help);
    assertTrue(help.contains("scaffoldSplit(0.8, 0.1, 0.1)"), help);
    assertTrue(help.contains("Default: auto."), help);
    assertEquals(2, cli.run("analyze", "planted", "--epochs", "0"), "options are still read");
  }
}
