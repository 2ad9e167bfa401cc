package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.ImportedRun;
import org.taskaffinity.dsl.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code affinity import}: a run out of a bundle. */
@Command(
    name = "import",
    header = {
      "Take runs out of bundles into the store, once every hash is found to hold.",
      "",
      "  affinity import overlap-study.zip",
      "",
      "A run that is there already stays as it is, and what differs is said.",
      ""
    })
final class ImportCommand extends Verb {
  @Parameters(
      paramLabel = "FILE.zip",
      arity = "1..*",
      description = "As `affinity export --bundle` writes it.")
  private List<Path> files;

  ImportCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    List<ImportedRun> brought;
    try (Runner runner = lazily()) {
      brought = files.stream().map(runner::importBundle).toList();
    }
    if (options.json()) {
      ObjectNode document = Json.object();
      document.set("brought", Json.array(brought, Json::brought));
      print(Json.text(document));
    } else {
      brought.forEach(this::print);
    }
    return 0;
  }
}
