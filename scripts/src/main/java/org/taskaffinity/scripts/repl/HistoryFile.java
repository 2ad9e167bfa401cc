package org.taskaffinity.scripts.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where lines that were typed are kept from one session to the next. */
final class HistoryFile {
  private HistoryFile() {}

  /** In the user's state folder, as the XDG base directories have it. */
  static Path file(UnaryOperator<String> environment, String home) {
    String state = environment.apply("XDG_STATE_HOME");
    Path folder =
        state == null || !Path.of(state).isAbsolute()
            ? Path.of(home, ".local", "state")
            : Path.of(state);
    return folder.resolve("task-affinity").resolve("history");
  }

  /** The file, if it can be written; why not is in the second. */
  static Optional<String> unwritable(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      return Optional.empty();
    } catch (IOException | SecurityException e) {
      return Optional.of("History is not kept: cannot write " + file + ".");
    }
  }
}
