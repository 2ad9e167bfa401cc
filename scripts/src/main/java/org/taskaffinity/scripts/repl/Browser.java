package org.taskaffinity.scripts.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens a page in the user's browser, where there is one. */
final class Browser {
  private final UnaryOperator<String> environment;
  private final String system;

  /**
   * @param environment a variable's value, or null
   * @param system the operating system's name
   */
  Browser(UnaryOperator<String> environment, String system) {
    this.environment = environment;
    this.system = system;
  }

  /** What would open a page; empty on a machine without a screen. */
  Optional<List<String>> command() {
    String chosen = environment.apply("BROWSER");
    if (chosen != null && !chosen.isBlank()) {
      return Optional.of(List.of(chosen.strip().split("[:\\s]+")[0]));
    }
    if (system.startsWith("Mac")) {
      return Optional.of(List.of("open"));
    }
    boolean screen =
        environment.apply("DISPLAY") != null || environment.apply("WAYLAND_DISPLAY") != null;
    return screen ? Optional.of(List.of("xdg-open")) : Optional.empty();
  }

  /** Whether something was started that will show the page. */
  boolean open(Path page) {
    if (command().isEmpty()) {
      return false;
    }
    List<String> words = new ArrayList<>(command().get());
    words.add(page.toAbsolutePath().toUri().toString());
    try {
      new ProcessBuilder(words)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false; // named, but not installed: the path is printed in any case
    }
  }
}
