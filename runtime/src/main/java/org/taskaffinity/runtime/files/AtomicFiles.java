package org.taskaffinity.runtime.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.taskaffinity.dsl.RunException;

/** Files that are whole or not there. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes what a file shall hold. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes beside the file, forces the bytes to the disk and moves them into place.
   *
   * @throws RunException if the folder cannot be written or the disk is full; what stood there
   *     before is still there
   */
  public static void write(Path file, Content content) {
    String unique = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    Path beside = file.resolveSibling("." + file.getFileName() + "." + unique);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  beside,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.to(out);
        out.flush();
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      delete(beside);
      throw cannotWrite(file, e);
    }
  }

  /** Writes text in UTF-8. */
  public static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What could not be written, why, and what to do. */
  public static RunException cannotWrite(Path file, IOException cause) {
    return new RunException(
        "Cannot write " + file + ": " + reason(cause) + ".\n  write elsewhere: --out DIR", cause);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file stands where a folder is needed";
    }
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName() : said;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The disk that refused the writing may refuse this too; the first refusal is what counts.
    }
  }
}
