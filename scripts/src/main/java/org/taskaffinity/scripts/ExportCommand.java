package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity export}: a run, or a matrix of it, for others. */
@Command(
    name = "export",
    header = {
      "Write a run for others: all of it as one zip, or a matrix.",
      "",
      "  affinity export 3f2a --bundle overlap-study.zip",
      "  affinity export 3f2a --matrix affinity --to affinity.npz",
      "  affinity export 3f2a --matrix 'conflictRate().epochs(1, 5)' --to rates.csv",
      "",
      "A bundle has the description, hashes of the data, every result and the report,",
      "with the SHA-256 of each in MANIFEST; `affinity import` checks them.",
      ""
    })
final class ExportCommand extends Verb {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "The beginning of its id, as `affinity runs` lists it, or its folder.")
  private String run;

  @Option(names = "--bundle", paramLabel = "FILE.zip", description = "Write all of it here.")
  private Path bundle;

  @Option(
      names = "--matrix",
      paramLabel = "NAME",
      description =
          "affinity, conflictRate, labelCorrelation, overlap or shared; or any measure of affinity:"
              + " 'cosineOfMeanProducts()', 'task2vec()'.")
  private String matrix;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write the matrix here: *.csv, *.json or *.npz.")
  private Path to;

  ExportCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    if (bundle == null && matrix == null || (matrix == null) != (to == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "Say what to write: --bundle FILE.zip, or --matrix affinity --to FILE.npz.");
    }
    List<Path> written = new ArrayList<>();
    try (Runner runner = lazily()) {
      Result result = runner.stored(run);
      if (matrix != null) {
        save(runner, chosen(runner, result));
        written.add(to);
      }
      Optional.ofNullable(bundle)
          .ifPresent(
              file -> {
                runner.export(result, file);
                written.add(file);
              });
    }
    if (options.json()) {
      ObjectNode document = Json.object();
      document.set("written", Json.strings(written));
      print(Json.text(document));
    } else {
      written.forEach(file -> print("wrote " + file));
    }
    return 0;
  }

  private void save(Runner runner, TaskMatrix chosen) {
    Front.option(
        "--to",
        to,
        () -> {
          runner.save(chosen, to);
          return to;
        });
  }

  private TaskMatrix chosen(Runner runner, Result result) {
    if (matrix.contains("(")) {
      Measure measure = Front.option("--matrix", matrix, () -> Measure.read(matrix));
      return runner.affinity(result, measure).values();
    }
    Map<String, TaskMatrix> known = new LinkedHashMap<>();
    known.put("affinity", result.affinity());
    known.put("conflictRate", result.conflictRate());
    known.put("labelCorrelation", result.labelCorrelation());
    known.put("overlap", result.overlap());
    known.put("shared", result.shared());
    if (!known.containsKey(matrix)) {
      throw new DescriptionException(Nearest.unknown("matrix", matrix, "--matrix", known.keySet()));
    }
    return known.get(matrix);
  }
}
