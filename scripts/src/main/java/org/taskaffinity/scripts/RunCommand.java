package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Value;
import org.taskaffinity.scripts.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity run}: a script, statement by statement. */
@Command(
    name = "run",
    header = {
      "Run a script of Java or Kotlin, with the language and `runner` in scope.",
      "",
      "  affinity run first-look.affinity.jsh",
      "  affinity run first-look.affinity.jsh --help      what can be set",
      "  affinity run study.affinity.kts --set epochs=5 --set name=short",
      "  affinity run study.affinity.jsh --watch          again at every change",
      "",
      "The value of an expression that stands alone is printed, as in a notebook;",
      "declarations and assignments are silent. The first error ends the script.",
      ""
    })
final class RunCommand extends Verb {
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A script: *.jsh of Java, *.kts of Kotlin.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Give a top-level variable of the script another value.")
  private Map<String, String> presets = Map.of();

  @Option(
      names = "--watch",
      description = "Run again when the script, or a table it names, has changed. Ctrl-C ends it.")
  private boolean watch;

  RunCommand(Environment environment) {
    super(environment);
  }

  @Spec
  void spec(CommandSpec its) {
    spec = its;
    ScriptHelp.into(spec, () -> Optional.ofNullable(file));
  }

  @Override
  public Integer call() {
    if (watch && options.json()) {
      throw new DescriptionException(
          "--json prints one document, --watch one after another. Leave one of them out.");
    }
    try (Runner runner = lazily()) {
      return watch
          ? new Watch(environment, file).run(script -> once(runner, script))
          : once(runner, script -> {});
    }
  }

  /** Runs the script, having handed it to whoever may stop it. */
  private int once(Runner runner, Consumer<ScriptRun> started) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    Optional<Failure> failure;
    Terminal to = options.json() ? terminal().aside() : terminal();
    try (ScriptRun script = new ScriptRun(environment, file, runner, to)) {
      started.accept(script);
      failure = script.run(presets, value -> tell(value, values));
    }
    if (options.json() && failure.isEmpty()) {
      ObjectNode document = Json.object().put("script", file.toString());
      document.set("values", values);
      print(Json.text(document));
    }
    return failure.map(this::failed).orElse(0);
  }

  private void tell(Value value, ArrayNode values) {
    if (value.shown() && options.json()) {
      values.add(node(value));
    } else if (value.shown()) {
      print(value.text());
    }
  }

  private int failed(Failure failure) {
    if (failure.kind() == Failure.Kind.STOPPED) {
      return environment.interruption().asked()
          ? environment.interruption().stopped()
          : 0; // the script has changed under it
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
      out.set("failed", Json.array(results.failed(), Json::failed));
    }
    return out;
  }
}
