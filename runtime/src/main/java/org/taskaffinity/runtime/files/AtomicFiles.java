package org.taskaffinity.runtime.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.taskaffinity.dsl.Remedy;
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
   * Writes to a part file, forces the bytes to the disk and moves them into place. An interrupt of
   * the thread does not disturb it. What a process left in the folder that was killed while it
   * wrote is deleted.
   *
   * @throws RunException if the folder cannot be written or the disk is full; what stood there
   *     before is still there
   */
  public static void write(Path file, Content content) {
    Path part = PartFiles.partOf(file);
    try {
      Files.createDirectories(part.getParent());
      try (FileOutputStream raw = new FileOutputStream(part.toFile());
          OutputStream out = new BufferedOutputStream(raw, 1 << 16)) {
        PartFiles.sweep(part);
        content.to(out);
        out.flush();
        raw.getFD().sync();
      }
      move(part, file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } finally {
      delete(part);
    }
  }

  /** Moves a file or folder in one step, over an older file, and makes the move last. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder =
        FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException unsupported) {
      // Some systems cannot force a folder to the disk; there the move lasts when they say so.
    }
  }

  /** Writes text in UTF-8. */
  public static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What could not be written, why, and what to do. */
  public static RunException cannotWrite(Path file, IOException cause) {
    return new RunException(
        "Cannot write " + file + ": " + reason(cause) + ".\n  write elsewhere: " + Remedy.out(),
        cause);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such folder can be made";
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
