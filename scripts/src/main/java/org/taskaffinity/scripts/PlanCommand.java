package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Renderer;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.SweepPlan;
import org.taskaffinity.scripts.shell.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity plan}: what would run. */
@Command(
    name = "plan",
    header = {
      "Say what would run: sizes, steps, memory, time. No run is made.",
      "",
      "  affinity plan study.affinity.jsh",
      "  affinity plan study.affinity.kts --set epochs=5",
      "  affinity plan tox21 --epochs 20 --seeds 1,2,3",
      "",
      "What a step takes on this machine is tried for some seconds, once for each",
      "kind of training, and remembered in the cache.",
      "",
      "A script is evaluated, and every experiment it would run is planned instead.",
      "Stored results are handed to the script as they are; for the others it gets",
      "blanks, with NaN for every number. Where a script cannot go on with those, the",
      "plan ends and says so.",
      ""
    })
final class PlanCommand extends Verb {
  @Parameters(
      paramLabel = "FILE|DATASET|CSV",
      description = "A script, *.jsh or *.kts, or what `analyze` takes.")
  private String target;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Give a top-level variable of the script another value.")
  private Map<String, String> presets = Map.of();

  @Option(
      names = "--dry-run",
      hidden = true,
      description = "Accepted as `analyze` has it; a plan never runs anything.")
  private boolean dry;

  @Mixin private ExperimentOptions said;

  PlanCommand(Environment environment) {
    super(environment);
  }

  @Spec
  void spec(CommandSpec spec) {
    ScriptHelp.into(spec, this::script);
  }

  @Override
  public Integer call() {
    if (script().isPresent()) {
      return script(Path.of(target));
    }
    try (Runner runner = lazily()) {
      Plans.print(this, runner, said.experiment(target), said.seeds());
    }
    return 0;
  }

  /** A script by its name; one that is misnamed too, so that it is told. */
  private Optional<Path> script() {
    return Optional.ofNullable(target).filter(t -> t.matches(".*\\.(jsh|kts|java)")).map(Path::of);
  }

  private int script(Path file) {
    Optional<Failure> failure;
    PlanningRunner planner = new PlanningRunner(lazily()::runner, this::told, this::told);
    try (planner;
        Front.Using front = Front.SCRIPT.use();
        Renderer.Using undrawn = Renderer.using(new NoRenderer());
        ScriptRun script =
            new ScriptRun(
                environment, file, planner, options.json() ? terminal().aside() : terminal())) {
      failure = script.run(presets, value -> {});
    }
    if (failure.isPresent() && failure.get().kind() == Failure.Kind.STOPPED) {
      return environment.interruption().stopped();
    }
    if (failure.isPresent() && !(planner.blank() && failure.get().thrown().isPresent())) {
      terminal().err().println(failure.get().explain());
      return ScriptRun.code(failure.get());
    }
    if (options.json()) {
      print(Json.text(Plans.document(planner.plans())));
    } else if (planner.plans().isEmpty()) {
      print(file + " runs no experiment.");
    }
    failure.ifPresent(this::ended);
    return 0;
  }

  private void told(Plan plan) {
    if (!options.json()) {
      print(plan.explain() + "\n");
    }
  }

  private void told(SweepPlan plan) {
    if (!options.json()) {
      print(plan.explain() + "\n");
    }
  }

  private void ended(Failure failure) {
    terminal()
        .err()
        .println(
            "The plan ends at "
                + failure.place()
                + ", where the script needs the numbers of a run:\n"
                + failure.explain());
  }
}
