package org.taskaffinity.scripts.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.RunException;

/**
 * The same experiments in PyTorch, {@code runtime/bench/comparison.py}.
 *
 * @param python the interpreter
 * @param program where the program lies
 * @param version of PyTorch and Python
 */
record Python(String python, Path program, String version) {
  private static final String PROGRAM = "/org/taskaffinity/runtime/bench/comparison.py";
  private static final String NEEDS =
      "import sys, torch, numpy, rdkit;"
          + " print('PyTorch', torch.__version__, 'on Python', sys.version.split()[0])";

  /**
   * Looks for what the program needs.
   *
   * @param folder where the program is put
   * @param hears why there is no comparison, where there is none
   */
  static Optional<Python> find(String python, Path folder, Consumer<String> hears) {
    try {
      Child child = Child.run(List.of(python, "-c", NEEDS), Map.of(), folder);
      return Optional.of(new Python(python, unpacked(folder), child.output().strip()));
    } catch (RunException e) {
      if (e.stopped()) {
        throw e;
      }
      hears.accept(
          "No comparison with Python, for "
              + python
              + " has not all of torch, numpy and rdkit:\n"
              + e.getMessage().lines().reduce((one, last) -> last).orElse("")
              + "\n  pip install torch numpy rdkit, or --against /path/to/python");
      return Optional.empty();
    }
  }

  private static Path unpacked(Path folder) {
    Path to = folder.resolve("comparison.py");
    try (InputStream in = Python.class.getResourceAsStream(PROGRAM)) {
      Files.copy(in, to);
      return to;
    } catch (IOException e) {
      throw new RunException("The program " + to + " could not be written: " + e.getMessage(), e);
    }
  }

  List<String> words(Path data, String... options) {
    List<String> words =
        new ArrayList<>(List.of(python, program.toString(), data.toAbsolutePath().toString()));
    words.addAll(List.of(options));
    return words;
  }
}
