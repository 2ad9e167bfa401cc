package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.terminal.AuditText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code affinity overlap}: who was measured on the same molecules. */
@Command(
    name = "overlap",
    header = {
      "How far tasks, or whole data sets, were measured on the same molecules.",
      "",
      "  affinity overlap tox21",
      "  affinity overlap mine.csv --smiles SMILES",
      "  affinity overlap tox21 sider toxcast --out audit",
      ""
    })
final class OverlapCommand extends Verb {
  @Parameters(
      paramLabel = "DATASET|CSV",
      arity = "1..*",
      description = "One for its tasks; several for the sets against one another.")
  private List<String> data;

  @Mixin private DataOptions said;

  OverlapCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Dataset[] sets = data.stream().map(said::dataset).toArray(Dataset[]::new);
    List<Audit> audits;
    try (Runner runner = lazily()) {
      audits = runner.audit(sets);
    }
    if (options.json()) {
      ObjectNode document = Json.object();
      document.set("audits", Json.array(audits, Json::audit));
      print(Json.text(document));
    } else {
      audits.forEach(audit -> print(AuditText.of(audit, terminal().width()) + "\n"));
    }
    if (options.outGiven()) {
      audits.forEach(audit -> AuditFiles.write(audit, options.out(), terminal().err()));
    }
    return 0;
  }
}
