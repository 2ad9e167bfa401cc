package org.taskaffinity.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text as it was once read and found good, in {@code src/test/resources/golden} of the module under
 * test. {@code -Dgolden=write} writes it anew, to be reviewed as a diff.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /**
   * Asserts that a text is what its golden file holds.
   *
   * @param name of the file, with its ending
   */
  public static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual + "\n");
      }
      assertEquals(Files.readString(file).stripTrailing(), actual.stripTrailing(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
