package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Runner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity data}: the data sets known by name. */
@Command(
    name = "data",
    synopsisSubcommandLabel = "list|fetch|verify",
    header = {
      "Data sets known by name.",
      "",
      "  affinity data list",
      "  affinity data fetch tox21",
      "  affinity data verify",
      ""
    })
final class DataCommands extends CommandGroup {
  private DataCommands() {
    super("data");
  }

  static CommandLine all(Environment environment) {
    return new CommandLine(new DataCommands())
        .addSubcommand("list", new Listing(environment))
        .addSubcommand("fetch", new Fetching(environment))
        .addSubcommand("verify", new Verifying(environment));
  }

  /** Prints states, in words or as JSON. */
  private abstract static class OfData extends Verb {
    OfData(Environment environment) {
      super(environment);
    }

    void show(List<DataState> states) {
      if (options.json()) {
        ObjectNode document = Json.object();
        document.set("data", Json.array(states, Json::state));
        print(Json.text(document));
      } else {
        states.forEach(state -> print(words(state)));
      }
    }

    abstract String words(DataState state);

    static List<String> names(Runner runner, List<String> asked) {
      return asked.isEmpty()
          ? runner.catalogue().stream().map(CatalogueEntry::name).toList()
          : asked;
    }
  }

  /** {@code affinity data list}. */
  @Command(
      name = "list",
      header = {"What there is, and where it lies.", "", "  affinity data list", ""})
  private static final class Listing extends OfData {
    Listing(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      try (Runner runner = lazily()) {
        show(names(runner, List.of()).stream().map(runner::locate).toList());
      }
      return 0;
    }

    @Override
    String words(DataState state) {
      CatalogueEntry entry = state.entry();
      return String.format(
          Locale.ROOT,
          "%-30s %,8d rows  %s  %s%n    %s",
          entry.name(),
          entry.rows(),
          tasks(entry),
          entry.licence(),
          place(state));
    }
  }

  /** Where its file lies, or what to do about it. */
  private static String place(DataState state) {
    CatalogueEntry entry = state.entry();
    String absent =
        entry.inCode()
            ? "made in code; there is nothing to fetch"
            : "not here; `affinity data fetch " + entry.name() + "` gets it";
    return state.path().map(Object::toString).orElse(absent);
  }

  /** How many; a large file names its own, and has to be there for that. */
  private static String tasks(CatalogueEntry entry) {
    int known = entry.tasks().size();
    return known == 0 ? "tasks in file" : String.format(Locale.ROOT, "%4d tasks", known);
  }

  /** {@code affinity data fetch}. */
  @Command(
      name = "fetch",
      header = {
        "Fetch data sets that are not there yet, and check them.",
        "",
        "  affinity data fetch tox21 sider",
        "  affinity data fetch --all",
        ""
      })
  private static final class Fetching extends OfData {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "As `data list` shows them.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every data set of the catalogue.")
    private boolean all;

    Fetching(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      if (names.isEmpty() && !all) {
        throw new ParameterException(
            spec.commandLine(), "Name the data sets to fetch, or write --all.");
      }
      try (Runner runner = lazily()) {
        show(names(runner, names).stream().map(runner::fetch).toList());
      }
      return 0;
    }

    @Override
    String words(DataState state) {
      return state.entry().name() + "  " + state.path().map(Object::toString).orElse("not fetched");
    }
  }

  /** {@code affinity data verify}. */
  @Command(
      name = "verify",
      header = {
        "Compare what lies here with the catalogue's checksums.",
        "",
        "  affinity data verify",
        "  affinity data verify tox21",
        ""
      })
  private static final class Verifying extends OfData {
    @Parameters(
        paramLabel = "NAME",
        arity = "0..*",
        description = "All that are here, if left out.")
    private List<String> names = List.of();

    Verifying(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      List<DataState> states;
      try (Runner runner = lazily()) {
        states = names(runner, names).stream().map(runner::locate).toList();
      }
      show(states);
      boolean fine = states.stream().allMatch(s -> s.verified() || absent(s) && names.isEmpty());
      return fine ? 0 : 1;
    }

    private static boolean absent(DataState state) {
      return state.path().isEmpty();
    }

    @Override
    String words(DataState state) {
      String name = String.format(Locale.ROOT, "%-30s ", state.entry().name());
      if (absent(state)) {
        return name + (state.entry().inCode() ? "made in code" : "not here");
      }
      if (state.verified()) {
        return name + "fine      " + state.path().get();
      }
      return name
          + "MISMATCH  "
          + state.path().get()
          + "\n  expected: "
          + state.entry().sha256()
          + "\n  found:    "
          + state.sha256().orElse("nothing that could be read");
    }
  }
}
