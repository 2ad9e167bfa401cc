package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.terminal.AuditText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code affinity overlap}: who was measured on the same molecules. */
@Command(
    name = "overlap",
    header = {
      "How far tasks, or whole data sets, were measured on the same molecules.",
      "",
      "  affinity overlap tox21",
      "  affinity overlap mine.csv --smiles SMILES",
      "  affinity overlap mine.csv --columns",
      "  affinity overlap tox21 sider toxcast --out audit",
      "",
      "Prints the overlap of labels. With --out DIR also writes a page,",
      "overlap.html, and tables as CSV. Without --out writes nothing.",
      ""
    })
final class OverlapCommand extends Verb {
  @Parameters(
      paramLabel = "DATASET|CSV",
      arity = "1..*",
      description = "One for its tasks; several for the sets against one another.")
  private List<String> data;

  @Option(
      names = "--columns",
      description = "Also list every column of the file with its role, and why.")
  private boolean columns;

  @Mixin private DataOptions said;

  private OverlapCommand(Environment environment) {
    super(environment);
  }

  /** The command; its --out has no default, unlike that of other commands. */
  static CommandLine all(Environment environment) {
    CommandLine command = new CommandLine(new OverlapCommand(environment));
    CommandSpec spec = command.getCommandSpec();
    OptionSpec out = spec.findOption("--out");
    spec.remove(out);
    String said = "Also write the page and its tables here. Default: nothing is written.";
    spec.addOption(OptionSpec.builder(out).description(said).build());
    return command;
  }

  @Override
  public Integer call() {
    Dataset[] sets = data.stream().map(said::dataset).toArray(Dataset[]::new);
    try (Runner runner = lazily()) {
      List<Audit> audits = runner.audit(sets);
      if (options.json()) {
        ObjectNode document = Json.object();
        document.set("audits", Json.array(audits, Json::audit));
        print(Json.text(document));
      } else {
        audits.forEach(this::show);
      }
      if (options.outGiven()) {
        AuditFolders.of(audits, options.out())
            .forEach((folder, audit) -> written(runner.report(audit, folder), folder));
      }
    }
    return 0;
  }

  private void show(Audit audit) {
    print(AuditText.of(audit, terminal().width()) + "\n");
    if (columns && !audit.columns().isEmpty()) {
      print(AuditText.columns(audit) + "\n");
    }
  }

  private void written(Path page, Path folder) {
    PrintStream told = options.json() ? terminal().err() : terminal().out();
    told.println("page    " + page);
    told.println("tables  " + folder.resolve("*.csv"));
  }
}
