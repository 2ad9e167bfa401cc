package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.testing.Golden;

/** Scripts of both languages on the command line, and files that are none. */
class ScriptCommandsTest {
  @TempDir Path folder;

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String without(String text) {
    return text.replace(folder.toString(), "FOLDER");
  }

  private String said(String... arguments) {
    Cli cli = new Cli();
    int code = cli.run(arguments);
    return without("exit " + code + "\n--- out\n" + cli.out() + "--- err\n" + cli.err());
  }

  @Test
  void aScriptOfKotlinRunsAsOneOfJavaDoes() throws Exception {
    String study =
        file(
            "study.affinity.kts",
            "val n = 2\nprintln(\"n is $n\")\nn * 21\nrunner.run(experiment(\"e\", planted())).affinity\n");
    Golden.check("kotlin-prints.txt", said("run", study, "--set", "n=4"));
    JsonNode document = Cli.json("run", study, "--json");
    assertEquals("42", document.get("values").get(0).get("text").asText());
    assertEquals(3, document.get("values").get(0).get("line").asInt());
    assertEquals("Integer", document.get("values").get(0).get("type").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description | 2 | keepLabels(50.0)",
        "plan        | 2 | runner.run(experiment(\"e\", dataset(\"atlantis\")))",
        "world       | 1 | runner.draw(bars(\"t\", \"y\"), Path.of(\"x.svg\"))",
        "java        | 1 | listOf<Int>().first()",
        "compile     | 2 | in x = 3"
      })
  void failuresHaveTheirExitCodes(String golden, int code, String line) throws Exception {
    String said = said("run", file("study.affinity.kts", "val a = 1\n" + line + "\n"));
    assertTrue(said.startsWith("exit " + code), said);
    Golden.check("kotlin-exit-" + golden + ".txt", said);
  }

  @Test
  void aScriptOfKotlinIsPlannedToo() throws Exception {
    String study =
        file(
            "study.affinity.kts",
            """
            val results = runner.run(experiment("e", planted()).seeds(1, 2))
            affinityMap(results.each[0]).save("never.pdf")
            """);
    Cli cli = new Cli();
    assertEquals(0, cli.run("plan", study), cli.err());
    assertEquals(2, cli.out().split("e, seed", -1).length - 1, cli.out());
    assertTrue(Files.notExists(Path.of("never.pdf")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runner.run(experiment(\"forever\", planted()))",
        "println(\"begun\"); while (true) { }"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAScriptOfKotlin(String line) throws Exception {
    String err = Cli.interrupted(130, "run", file("study.affinity.kts", line + "\n"));
    assertTrue(err.contains("Stopped. The same command goes on"), err);
  }

  @Test
  void helpListsWhatAScriptLetsBeSet() throws Exception {
    String text =
        """
        #!/usr/bin/env -S affinity run
        // What it shows.
        // affinity run study.affinity.kts

        // Passes over the data.
        val epochs = 10
        val encoder: Encoder = gcn(64, 64)
        val seeds = listOf(1L, 2L)
        val look = experiment("e", planted()).encoder(encoder)
        """;
    Golden.check("kotlin-help.txt", said("run", file("study.affinity.kts", text), "--help"));
    Golden.check("kotlin-help-plan.txt", said("plan", file("study.affinity.kts", text), "--help"));
    Golden.check("script-help-none.txt", said("run", file("bare.affinity.jsh", ""), "--help"));
    Golden.check("script-help-missing.txt", said("run", "nowhere.affinity.jsh", "--help"));
  }

  @Test
  void filesThatAreNoScriptsAreToldApart() throws Exception {
    file("study.affinity.jsh", "1");
    StringBuilder all = new StringBuilder();
    for (String name : List.of("a.jsh", "a.kts", "A.java", "a.ipynb", "notes.txt", "affinity")) {
      all.append(said("run", file(name, "1")));
    }
    all.append(said("plan", file("b.kts", "1")));
    all.append(said("run", folder.toString()));
    all.append(said("run", Files.createDirectory(folder.resolve("x.affinity.jsh")).toString()));
    all.append(said("run", folder.resolve("studi.affinity.jsh").toString()));
    all.append(said("run", folder.resolve("nowhere/study.affinity.jsh").toString()));
    all.append(said("run", folder.resolve("study.affinity.jsh").toString(), "--watch", "--json"));
    Golden.check("script-none.txt", all.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsh", "kts"})
  void everyEncodingIsReadOrNamed(String ending) throws Exception {
    Path study = folder.resolve("study.affinity." + ending);
    String text = "// größe\n\"ä\"\n";
    StringBuilder all = new StringBuilder();
    List<Charset> others =
        List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE);
    for (Charset other : others) {
      Files.write(study, text.getBytes(other));
      all.append(said("run", study.toString()));
    }
    Files.write(study, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    all.append(said("run", study.toString()));
    for (String fine :
        List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"), "#!/x\n" + text, "")) {
      all.append(said("run", file(study.getFileName().toString(), fine)));
    }
    Golden.check("script-encodings.txt", all.toString().replace("." + ending, ".xxx"));
  }
}
