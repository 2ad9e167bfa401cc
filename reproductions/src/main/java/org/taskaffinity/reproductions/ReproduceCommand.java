package org.taskaffinity.reproductions;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.Environment;
import org.taskaffinity.scripts.Verb;
import org.taskaffinity.scripts.file.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code affinity reproduce}. */
@Command(
    name = "reproduce",
    header = {
      "Make the tables and figures of arXiv 2604.07848 anew, and judge its claims.",
      "",
      "  affinity reproduce                         all of it, in a night on two cores",
      "  affinity reproduce table-7 --budget smoke  one table, on a small sample",
      "  affinity reproduce --dry-run               what would be trained, and how long",
      "  affinity reproduce --from-results          the report alone, from stored numbers",
      "",
      "Running again goes on where it was stopped; what is stored is not trained again.",
      ""
    })
final class ReproduceCommand extends Verb {
  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Tables and figures, as table-7; all if left out.")
  private List<String> ids = List.of();

  @Option(
      names = "--budget",
      paramLabel = "smoke|standard|full",
      description = "How much to spend: minutes, a night, or the paper's own epochs.")
  private String budget = "standard";

  @Option(
      names = "--lanes",
      paramLabel = "LANE,…",
      split = ",",
      description = "Of written, coded and careful; all if left out.")
  private List<String> lanes = List.of();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write the report here, its numbers into results within (else into --out).")
  private Path place;

  @Option(names = "--dry-run", description = "Say what would be trained, and train nothing.")
  private boolean dry;

  @Option(
      names = "--read-only",
      description = "Write numbers and report from what is trained, and train nothing.")
  private boolean readOnly;

  @Option(
      names = "--from-results",
      description = "Write the report anew from stored numbers, and train nothing.")
  private boolean stored;

  ReproduceCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Budget chosen = one("--budget", budget, Budget.values(), Budget::word);
    Reproduction reproduction = new Reproduction(Artefacts.named(ids), lanes(), chosen);
    Path folder = folder();
    if (stored) {
      report(folder, chosen);
      return 0;
    }
    try (Runner runner = lazily()) {
      if (dry) {
        reproduction.plan(runner).forEach(this::print);
        return 0;
      }
      Settings settings = options.settings(terminal());
      try (Runner reader = environment.runners().apply(settings.fresh(false))) {
        if (readOnly) {
          reproduction.read(reader, results(folder), settings.progress());
        } else {
          reproduction.make(runner, reader, results(folder), settings.progress());
        }
      }
    }
    report(folder, chosen);
    reproduction
        .failures()
        .forEach((what, why) -> terminal().err().println("failed: " + what + ": " + why));
    return reproduction.failures().isEmpty() ? 0 : 1;
  }

  private void report(Path folder, Budget chosen) {
    String markdown = ReportPage.markdown(results(folder), chosen, folder);
    WholeFile.write(folder.resolve("REPORT.md"), markdown);
    String title = "What holds of arXiv 2604.07848";
    WholeFile.write(folder.resolve("report.html"), WebPage.of(markdown, title, folder));
    print("report  " + folder.resolve("report.html"));
  }

  /** Stored numbers are, if nothing else is said, those that came with the program. */
  private Path folder() {
    if (place != null) {
      return place;
    }
    String launcher = System.getProperty("affinity.launcher");
    return stored && launcher != null
        ? Path.of(launcher).resolveSibling("reproductions")
        : options.out().resolve("reproduction");
  }

  private static ResultsFolder results(Path folder) {
    return new ResultsFolder(folder.resolve("results"));
  }

  private Set<Lane> lanes() {
    return lanes.isEmpty()
        ? EnumSet.allOf(Lane.class)
        : lanes.stream()
            .map(l -> one("--lanes", l, Lane.values(), Lane::word))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lane.class)));
  }

  private static <T> T one(
      String option, String said, T[] known, java.util.function.Function<T, String> word) {
    return Stream.of(known)
        .filter(k -> word.apply(k).equals(said.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new DescriptionException(
                    Nearest.unknown("value", said, option, Stream.of(known).map(word).toList())));
  }
}
