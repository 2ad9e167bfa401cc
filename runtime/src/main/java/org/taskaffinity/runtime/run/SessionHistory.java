package org.taskaffinity.runtime.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * When a run was worked on, and with what engine: a line for each sitting.
 *
 * @param lines {@code 2026-01-01T00:00:00Z cpu(), 2 threads}, the first sitting first
 */
record SessionHistory(List<String> lines) {

  /** Its name in the folder of a run. */
  static final String FILE = "sittings.txt";

  /** Those of an earlier time, and this one. */
  static SessionHistory begin(Path file, String now, String engine) {
    try {
      List<String> lines =
          new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
      lines.add(now + " " + engine);
      AtomicFiles.write(file, String.join("\n", lines) + "\n");
      return new SessionHistory(List.copyOf(lines));
    } catch (IOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Those of a run's folder; empty where it has none. */
  static Optional<SessionHistory> read(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(FILE));
      return lines.isEmpty() ? Optional.empty() : Optional.of(new SessionHistory(lines));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** When the first began, in ISO 8601. */
  String started() {
    return lines.get(0).split(" ", 2)[0];
  }

  /** A note, where a run was not worked on with one engine alone: it has the bits of neither. */
  Optional<String> note() {
    List<String> engines = lines.stream().map(l -> l.split(" ", 2)[1]).distinct().toList();
    return engines.size() < 2
        ? Optional.empty()
        : Optional.of(
            "trained in sittings on different engines ("
                + String.join("; ", engines)
                + "); one engine alone gives other bits");
  }
}
