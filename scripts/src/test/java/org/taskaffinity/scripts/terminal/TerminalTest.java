package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.scripts.JavaProgram;

class TerminalTest {
  @TempDir Path folder;

  /** What a process of its own prints, in a locale that knows ASCII alone. */
  private String printed(String... arguments) throws IOException, InterruptedException {
    File out = folder.resolve("out").toFile();
    ProcessBuilder process = new ProcessBuilder(JavaProgram.command(null, List.of(arguments)));
    process.environment().put("LC_ALL", "C");
    process.redirectErrorStream(true).redirectOutput(out);
    int code = process.start().waitFor();
    String text = Files.readString(out.toPath(), StandardCharsets.UTF_8);
    assertEquals(0, code, text);
    return text;
  }

  @Test
  void outputIsUtf8InEveryLocale() throws Exception {
    String text = printed("help", "analyze");
    assertTrue(text.contains("--tasks=NAME,…"), text);
  }

  @Test
  void jsonIsUtf8InEveryLocale() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("names.affinity.jsh"), "System.err.println(\"größer\");\n\"α–β…\"\n");
    String text = printed("run", script.toString(), "--json");
    assertTrue(text.contains("α–β…"), text);
    assertTrue(text.contains("größer"), text);
  }
}
