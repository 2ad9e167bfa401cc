package org.taskaffinity.runtime.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.runtime.files.Bounds;

/**
 * What a file holds, decompressed.
 *
 * <p>The hash is of the decompressed bytes, because two copies of one table are often compressed
 * differently. It takes 0.1 s for ToxCast's 10 MB, so it is worked out at every reading and never
 * remembered.
 *
 * @param bytes decompressed; shared, not to be changed
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
record Content(byte[] bytes, String sha256) {

  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content of(byte[] bytes) {
    return new Content(bytes, sha256(bytes));
  }

  /**
   * @throws PlanException if the bytes are not text in UTF-8
   */
  void requireText(String where) {
    FileKind.requireTable(where, bytes);
  }

  /**
   * @throws PlanException if the file cannot be read, or is gzip and ends too soon
   */
  static Content read(Path file) {
    return read(file, Bounds.data());
  }

  /** As {@link #read(Path)}, of at most so many bytes, decompressed. */
  static Content read(Path file, long most) {
    try (InputStream in = open(file)) {
      return of(Bounds.stream(in, most).readAllBytes());
    } catch (Bounds.TooLongException e) {
      throw new PlanException(
          "The file "
              + file
              + " cannot be read, decompressed: "
              + e.getMessage()
              + ".\n  give the JVM more memory: JAVA_OPTS=-Xmx8g",
          e);
    } catch (EOFException | ZipException e) {
      throw new PlanException(
          "The file "
              + file
              + " is cut short or damaged: it is no whole gzip file.\n  fetch or compress it again",
          e);
    } catch (IOException e) {
      throw new PlanException(
          "The file " + file + " cannot be read: " + e.getMessage() + ".\n  check its rights", e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      return zipped(in) ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** By its first bytes, for an address may give plain what others keep as {@code .gz}. */
  private static boolean zipped(InputStream in) throws IOException {
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return zipped;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
