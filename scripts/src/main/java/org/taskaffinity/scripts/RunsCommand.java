package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taskaffinity.dsl.Difference;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.scripts.terminal.ComparisonText;
import org.taskaffinity.scripts.terminal.ResultText;
import org.taskaffinity.scripts.terminal.RunsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity runs}: what lies in the store. */
@Command(
    name = "runs",
    header = {
      "What was run: list it, show one again, or compare two.",
      "",
      "  affinity runs",
      "  affinity runs show 3f2a",
      "  affinity runs compare 3f2a c01d",
      "",
      "A run is named by the beginning of its id, or by its folder.",
      ""
    })
final class RunsCommand extends Verb {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "list|show|compare",
      description = "What to do; list, if left out.")
  private String what = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "RUN",
      description = "One to show, two to compare.")
  private List<String> runs = List.of();

  RunsCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    int expected =
        switch (what) {
          case "list" -> 0;
          case "show" -> 1;
          case "compare" -> 2;
          default ->
              throw new ParameterException(
                  spec.commandLine(), "Say what to do with runs: list, show RUN, compare A B.");
        };
    if (runs.size() != expected) {
      throw new ParameterException(
          spec.commandLine(),
          "runs "
              + what
              + " takes "
              + List.of("no run", "one run", "two runs").get(expected)
              + ", not "
              + runs.size()
              + ".");
    }
    try (Runner runner = lazily()) {
      switch (expected) {
        case 0 -> list(runner);
        case 1 -> show(runner.stored(runs.get(0)));
        default -> compare(runner, runner.stored(runs.get(0)), runner.stored(runs.get(1)));
      }
    }
    return 0;
  }

  private void list(Runner runner) {
    List<StoredRun> all = runner.runs();
    if (options.json()) {
      ObjectNode document = Json.object();
      document.set("runs", Json.array(all, Json::run));
      print(Json.text(document));
    } else {
      RunsText.of(all).forEach(this::print);
      terminal().err().print(all.isEmpty() ? "No runs in " + options.out() + ".\n" : "");
    }
  }

  private void show(Result result) {
    if (options.json()) {
      print(Json.text(Json.result(result)));
    } else {
      print(heading(result) + "\n");
      print(ResultText.of(result, terminal().width()));
      print(
          ResultText.closing(
              result.folder(),
              result.folder().resolve("report.html"),
              result.experiment(),
              terminal()));
    }
  }

  /** Which run it is, when it began, and on what it ran. */
  private static String heading(Result result) {
    RunRecord record = result.record();
    return String.format(
        Locale.ROOT,
        "%s  %s  %s, seed %d: %,d steps in %.1f s on %s, threads %d",
        record.id().substring(0, 12),
        PlainText.line(record.started()),
        PlainText.line(result.experiment().name()),
        result.experiment().seed(),
        record.steps(),
        record.seconds(),
        PlainText.line(record.device()),
        record.threads());
  }

  private void compare(Runner runner, Result one, Result other) {
    List<Difference> differences = one.differences(other);
    Optional<Relation> relation = ComparisonText.relation(runner, one, other);
    if (options.json()) {
      ObjectNode document = Json.object();
      document.set("differences", Json.array(differences, Json::difference));
      document.set("relation", relation.map(Json::relation).orElse(null));
      print(Json.text(document));
    } else {
      print(heading(one) + "\n" + heading(other) + "\n");
      print(ComparisonText.of(one, other, differences, relation));
    }
  }
}
