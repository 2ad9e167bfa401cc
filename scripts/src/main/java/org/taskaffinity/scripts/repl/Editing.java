package org.taskaffinity.scripts.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.taskaffinity.dsl.RunException;

/** Hands a text to the user's editor and takes it back. */
final class Editing {
  private final UnaryOperator<String> environment;

  /**
   * @param environment a variable's value, or null
   */
  Editing(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  String edited(String text) {
    try {
      Path file = Files.createTempFile("statements-", ".affinity.jsh");
      try {
        Files.writeString(file, text);
        List<String> command = new ArrayList<>(List.of(editor().split("\\s+")));
        command.add(file.toString());
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
          throw new RunException(command.get(0) + " ended with " + code + "; nothing was changed.");
        }
        return Files.readString(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new RunException(
          "The editor \"" + editor() + "\" cannot be used: " + e.getMessage() + "\n  set: EDITOR",
          e);
    } catch (InterruptedException e) {
      throw RunException.stopped("Editing was stopped; nothing was changed.");
    }
  }

  private String editor() {
    for (String name : List.of("VISUAL", "EDITOR")) {
      String value = environment.apply(name);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return "vi";
  }
}
