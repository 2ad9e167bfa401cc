package org.taskaffinity.notebooks;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.taskaffinity.notebooks.kernel.KernelSpec;

/** A real Jupyter, where there is one, that knows the kernel. */
final class Jupyter {
  private final String python;
  private final Path folder;

  private Jupyter(String python, Path folder) {
    this.python = python;
    this.folder = folder;
  }

  /**
   * Installs the kernel below a folder; skips the test, with a notice, where Jupyter is missing.
   */
  static Jupyter in(Path folder, String... options) throws Exception {
    Optional<String> python = python();
    if (python.isEmpty()) {
      System.out.println(
          "notice: no Jupyter (jupyter-client, jupyter-nbconvert), so the kernel is not tried");
    }
    assumeTrue(python.isPresent(), "No Python that knows jupyter_client and nbconvert.");
    KernelSpec.Place.prefix(folder)
        .named(KernelSpec.NAME)
        .write(KernelSpec.DISPLAY_NAME, List.of(options));
    return new Jupyter(python.get(), folder);
  }

  private static Optional<String> python() throws Exception {
    for (String each : List.of("python3", "/usr/bin/python3")) {
      try {
        Process asked =
            new ProcessBuilder(each, "-c", "import jupyter_client, nbconvert, nbclient")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (asked.waitFor(30, TimeUnit.SECONDS) && asked.exitValue() == 0) {
          return Optional.of(each);
        }
      } catch (IOException notThere) {
        // The next one perhaps.
      }
    }
    return Optional.empty();
  }

  /** Runs Python to its end; what it says goes to a file of this name. */
  String run(String name, int seconds, String... arguments) throws Exception {
    File log = folder.resolve(name + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(python), Stream.of(arguments)).toList());
    builder.environment().put("JUPYTER_PATH", folder.resolve("share/jupyter").toString());
    builder.environment().put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
    builder.environment().put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
    builder.environment().put("IPYTHONDIR", folder.resolve("ipython").toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      String said = Files.readString(log.toPath());
      assertTrue(ended, name + " took more than " + seconds + " s:\n" + said);
      assertTrue(process.exitValue() == 0, name + " failed:\n" + said);
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroyForcibly();
    }
  }
}
