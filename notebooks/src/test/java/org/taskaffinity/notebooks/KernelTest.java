package org.taskaffinity.notebooks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel, asked by a real client. */
class KernelTest {
  @TempDir Path folder;

  @Test
  void aClientFindsEverythingItMayAskFor() throws Exception {
    Jupyter jupyter = Jupyter.in(folder, "--out", folder.resolve("out").toString());
    Path script = folder.resolve("client.py");
    try (InputStream in = getClass().getResourceAsStream("client.py")) {
      Files.copy(in, script);
    }
    String said = jupyter.run("client", 240, script.toString());
    System.out.print(said);
    assertTrue(said.endsWith("all fine\n"), said);
  }
}
