package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The real NumPy, where one is installed; a test that needs it is skipped, with a notice,
 * elsewhere.
 */
final class Numpy {
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  private Numpy() {}

  /** What a script prints, with {@code numpy} imported and the arguments in {@code sys.argv}. */
  static String says(String script, Object... arguments) throws IOException, InterruptedException {
    for (String python : PYTHONS) {
      if (has(python)) {
        return run(python, "import numpy, sys\n" + script, arguments);
      }
    }
    assumeTrue(false, "NumPy is not installed and was not asked");
    throw new AssertionError();
  }

  private static boolean has(String python) throws InterruptedException {
    try {
      return new ProcessBuilder(python, "-c", "import numpy")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private static String run(String python, String script, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python, "-c", script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
