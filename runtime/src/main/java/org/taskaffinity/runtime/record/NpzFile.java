package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;

/** The arrays in an {@code .npz} file: a zip of {@code .npy} files, stored or deflated. */
final class NpzFile implements AutoCloseable {
  private static final String ENDING = ".npy";

  private final Path file;
  private final ZipFile zip;

  private NpzFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * @throws PlanException if the file is no such zip, or cut short
   */
  static NpzFile open(Path file) {
    try {
      return new NpzFile(file, new ZipFile(file.toFile()));
    } catch (IOException e) {
      throw new PlanException(
          "Cannot read "
              + file
              + ": it is no whole .npz file ("
              + e.getMessage()
              + ").\n  in Python: numpy.savez(\"x.npz\", values=matrix, tasks=names)",
          e);
    }
  }

  /** Names of the arrays, in the order of the file. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(ENDING))
        .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
    return names;
  }

  /** Whether there is an array of this name. */
  boolean has(String name) {
    return zip.getEntry(name + ENDING) != null;
  }

  /** What the array of this name is, without its entries. */
  Npy header(String name) {
    return read(name, false);
  }

  /**
   * The array of this name.
   *
   * @throws PlanException if there is none, or it cannot be read
   */
  Npy array(String name) {
    return read(name, true);
  }

  private Npy read(String name, boolean whole) {
    ZipEntry entry = zip.getEntry(name + ENDING);
    if (entry == null) {
      throw new PlanException(Nearest.unknown("array", name, file.toString(), names()));
    }
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      Npy header = Npy.header(in);
      if (!whole) {
        return header;
      }
      Npy array = header.with(in);
      if (in.read() >= 0) {
        throw new IOException("more bytes follow than its shape takes");
      }
      if (entry.getCrc() != sum.getValue()) {
        throw new IOException("its bytes are damaged (CRC-32)");
      }
      return array;
    } catch (IOException | ArithmeticException e) {
      throw new PlanException(
          "Cannot read the array \"" + name + "\" of " + file + ": " + e.getMessage() + ".", e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new PlanException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }
}
