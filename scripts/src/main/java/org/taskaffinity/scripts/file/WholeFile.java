package org.taskaffinity.scripts.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.taskaffinity.dsl.RunException;

/** Writes files that are whole or not there. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes text in UTF-8 beside the file and moves it into place; folders that are missing are
   * made.
   *
   * @throws RunException if it cannot be written; what stood there before is still there
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with bytes. */
  public static void write(Path file, byte[] bytes) {
    Path at = file.toAbsolutePath();
    Path beside = at.resolveSibling("." + at.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(at.getParent());
      try (FileOutputStream out = new FileOutputStream(beside.toFile())) {
        out.write(bytes);
        out.getFD().sync();
      }
      Files.move(beside, at, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RunException("Cannot write " + file + ": " + reason(e, at) + ".", e);
    } finally {
      delete(beside);
    }
  }

  private static String reason(IOException e, Path file) {
    boolean denied = e instanceof AccessDeniedException || !Files.isWritable(file.getParent());
    return denied ? "permission denied" : String.valueOf(e.getMessage());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What refused the writing may refuse this too; the first refusal is what counts.
    }
  }
}
