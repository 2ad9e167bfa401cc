package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity run}: a script, statement by statement. */
@Command(
    name = "run",
    header = {
      "Run a script: statements of Java, with the language and `runner` in scope.",
      "",
      "  affinity run first-look.affinity.jsh",
      "  affinity run study.affinity.jsh --set epochs=5 --set name=short",
      "",
      "The value of an expression that stands alone is printed, as in a notebook;",
      "declarations and assignments are silent. The first error ends the script.",
      ""
    })
final class RunCommand extends Verb {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A script, *.affinity.jsh.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Give a top-level variable of the script another value.")
  private Map<String, String> presets = Map.of();

  RunCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    Optional<Failure> failure;
    try (Runner runner = lazily();
        ScriptRun script =
            new ScriptRun(environment, runner, options.json() ? terminal().aside() : terminal())) {
      failure =
          script.run(
              file,
              presets,
              value -> {
                if (value.shown() && options.json()) {
                  values.add(node(value));
                } else if (value.shown()) {
                  print(value.text());
                }
              });
    }
    if (options.json() && failure.isEmpty()) {
      ObjectNode document = Json.object().put("script", file.toString());
      document.set("values", values);
      print(Json.text(document));
    }
    return failure.map(this::failed).orElse(0);
  }

  private int failed(Failure failure) {
    if (failure.kind() == Failure.Kind.STOPPED) {
      return environment.interruption().stopped();
    }
    boolean full = Main.stacktrace(spec);
    terminal().err().println(full ? failure.explainFully() : failure.explain());
    return ScriptRun.code(failure);
  }

  private static ObjectNode node(Value value) {
    ObjectNode out = Json.object().put("line", value.place().line());
    out.put("type", value.type()).put("text", value.text());
    if (value.object() instanceof Result result) {
      out.set("result", Json.result(result));
    }
    if (value.object() instanceof Results results) {
      out.set("results", Json.array(results.each(), Json::result));
      out.set("pooled", Json.array(results.pooled(), Json::pooled));
    }
    return out;
  }
}
