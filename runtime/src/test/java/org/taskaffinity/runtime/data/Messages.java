package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;
import org.taskaffinity.dsl.AffinityException;

/** Messages gathered into one text for a golden file; temporary folders are written {@code ~}. */
final class Messages {
  private final StringBuilder out = new StringBuilder();
  private final Path folder;

  Messages(Path folder) {
    this.folder = folder;
  }

  <E extends AffinityException> Messages add(String when, Class<E> kind, Executable refused) {
    return add(when, assertThrows(kind, refused, when).getMessage());
  }

  Messages add(String when, String said) {
    out.append("# ").append(when).append('\n');
    out.append(said.replace(folder.toString(), "~")).append("\n\n");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
