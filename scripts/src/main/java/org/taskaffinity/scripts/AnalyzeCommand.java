package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.Control;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.FileName;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.scripts.terminal.ResultText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code affinity analyze}: one sentence about a dataset in, a matrix and a page out. */
@Command(
    name = "analyze",
    header = {
      "Train once, and read the affinity of every two tasks.",
      "",
      "  affinity analyze planted",
      "  affinity analyze tox21 --epochs 20 --seeds 1,2,3",
      "  affinity analyze mine.csv.gz --smiles SMILES --tasks 'logS,\"pKa, basic\"'",
      "  affinity analyze table.csv --features mass,charge --encoder 'mlp(64, 64)'",
      "  affinity analyze sider --overlap 'targetJaccard(0.3)' --dry-run",
      "  affinity analyze sider --control shuffled-rows --seeds 1,2,3",
      ""
    })
final class AnalyzeCommand extends Verb {
  @Parameters(
      paramLabel = "DATASET|CSV",
      description = "planted, a name that `affinity data list` shows, or a CSV or TSV file.")
  private String data;

  @Mixin private ExperimentOptions said;

  @Option(
      names = "--control",
      paramLabel = "shuffled-rows|shuffled-labels",
      description =
          "Train once more on shuffled labels, and compare every pair: what stays does not come"
              + " from the molecules.")
  private String control;

  @Option(names = "--dry-run", description = "Say what would run, and run nothing.")
  private boolean dry;

  AnalyzeCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Experiment experiment = said.experiment(data);
    try (Runner runner = lazily()) {
      if (control != null) {
        return controlled(runner, experiment);
      }
      if (dry) {
        Plans.print(this, runner, experiment, said.seeds());
      } else if (said.seeds().length > 1) {
        return sweep(runner, experiment.seeds(said.seeds()));
      } else {
        single(runner, experiment);
      }
    }
    return 0;
  }

  private int controlled(Runner runner, Experiment experiment) {
    Sweep both = experiment.over(Mtl.noControl(), chosenControl());
    Sweep sweep = said.seeds().length > 0 ? both.seeds(said.seeds()) : both;
    if (dry) {
      Plans.print(this, runner, sweep);
      return 0;
    }
    return sweep(runner, sweep);
  }

  private Control chosenControl() {
    return switch (control) {
      case "shuffled-rows" -> Mtl.shuffledRows();
      case "shuffled-labels" -> Mtl.shuffledLabels();
      default ->
          throw new DescriptionException(
              Nearest.unknown(
                  "control", control, "--control", List.of("shuffled-rows", "shuffled-labels")));
    };
  }

  private void single(Runner runner, Experiment experiment) {
    Result result = runner.run(experiment);
    Path page = runner.report(result, pages(experiment.name()));
    if (options.json()) {
      print(Json.text(document(new Results(List.of(result), List.of()), List.of(), page)));
    } else {
      print(ResultText.of(result, terminal().width()));
      print(ResultText.closing(result.folder(), page, experiment, terminal()));
    }
  }

  /** The exit code says whether every seed has its result. */
  private int sweep(Runner runner, Sweep sweep) {
    Results results = runner.run(sweep);
    List<Contrast> contrasts =
        control != null && results.failed().isEmpty() ? runner.contrast(results) : List.of();
    Path page = runner.report(results, pages(sweep.base().name()));
    if (options.json()) {
      print(Json.text(document(results, contrasts, page)));
    } else {
      results.pooled().forEach(p -> print(ResultText.of(p, terminal().width()) + "\n"));
      print(results + ResultText.notes(results));
      contrasts.forEach(contrast -> print("\n" + contrast));
      print(ResultText.closing(options.out(), page, sweep, terminal()));
    }
    return results.failed().isEmpty() ? 0 : 1;
  }

  private static ObjectNode document(Results results, List<Contrast> contrasts, Path page) {
    ObjectNode out = Json.object();
    out.set("results", Json.array(results.each(), Json::result));
    out.set("pooled", Json.array(results.pooled(), Json::pooled));
    out.set("failed", Json.array(results.failed(), Json::failed));
    if (!contrasts.isEmpty()) {
      out.set("contrasts", Json.array(contrasts, Json::contrast));
    }
    return out.put("report", page.toString());
  }

  /** The folder that was asked for; where none was, one for each name. */
  private Path pages(String name) {
    return options.outGiven() ? options.out() : options.out().resolve(FileName.of(name));
  }
}
