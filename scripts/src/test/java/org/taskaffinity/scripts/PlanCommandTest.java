package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.testing.Golden;

/** What a script would run, asked before it runs. */
class PlanCommandTest {
  @TempDir Path folder;

  private String script(String text) throws Exception {
    return Files.writeString(folder.resolve("study.affinity.jsh"), text).toString();
  }

  private String without(String text) {
    return text.replace(folder.toString(), "FOLDER");
  }

  @Test
  void aPlanRunsNothingAndGoesThroughTheScript() throws Exception {
    Path drawn = folder.resolve("drawn.svg");
    String file =
        script(
            """
            var results = runner.run(experiment("e", planted()).seeds(1, 2));
            double r = results.each().get(0).relation().pearson().value();
            if (r > 0.5) throw new IllegalStateException("a number");
            var again = runner.run(experiment("later", planted()));
            runner.report(again, again.folder());
            runner.draw(affinityMap(again), Path.of("x.svg"));
            affinityMap(again).dendrogram(again.groups()).save(Path.of("DRAWN"));
            """
                .replace("DRAWN", drawn.toString()));
    Cli cli = new Cli();
    assertEquals(0, cli.run("plan", file), cli.err());
    assertFalse(Files.exists(drawn), "a plan draws nothing over what is there");
    assertEquals(List.of(), cli.runners.get(0).ran);
    Golden.check("cli-plan-script.txt", cli.out());
    assertEquals(3, Cli.json("plan", file, "--json").get("plans").size());
  }

  @Test
  void aPlanEndsWhereNumbersAreNeeded() throws Exception {
    String file =
        script(
            """
            var result = runner.run(experiment("e", planted()));
            var best = result.history().get(0);
            runner.run(experiment("never", planted()))
            """);
    Cli cli = new Cli();
    assertEquals(0, cli.run("plan", file));
    Golden.check("cli-plan-ends.txt", without(cli.err()));
    Cli stored = new Cli();
    stored.stored = true;
    assertEquals(0, stored.run("plan", file));
    assertEquals(2, stored.out().split("none: the result is stored", -1).length - 1);
  }

  @Test
  void errorsOfThePlannedScriptItselfAreErrors() throws Exception {
    assertEquals(2, new Cli().run("plan", script("int a = b;\n")));
    assertEquals(1, new Cli().run("plan", script("Integer.parseInt(\"x\")\n")));
  }
}
