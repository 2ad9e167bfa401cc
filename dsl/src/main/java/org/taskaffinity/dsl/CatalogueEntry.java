package org.taskaffinity.dsl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A data set that is known by name.
 *
 * @param name as {@code dataset("…")} takes it
 * @param title what it is called elsewhere
 * @param files what it is read from, often one; none if it is made in code
 * @param licence as its publisher states it
 * @param rows rows it has
 * @param smiles column that holds the molecules
 * @param tasks its tasks, with their types
 * @param source where it was published
 */
public record CatalogueEntry(
    String name,
    String title,
    List<File> files,
    String licence,
    int rows,
    String smiles,
    List<Task> tasks,
    String source) {
  public CatalogueEntry {
    files = List.copyOf(files);
    tasks = List.copyOf(tasks);
  }

  /**
   * A published file.
   *
   * @param path where it is looked for, below a data folder
   * @param origin public address it can be fetched from
   * @param sha256 of the decompressed content
   */
  public record File(String path, String origin, String sha256) {}

  /** The same with other tasks. */
  public CatalogueEntry tasks(List<Task> other) {
    return new CatalogueEntry(name, title, files, licence, rows, smiles, other, source);
  }

  /** Whether it has no files. */
  public boolean inCode() {
    return files.isEmpty();
  }

  /** The addresses of its files, one after another. */
  public String origin() {
    return files.stream().map(File::origin).collect(Collectors.joining(" "));
  }

  /** The hash of its file; {@link #hash} of several. */
  public String sha256() {
    return hash(files.stream().map(File::sha256).toList());
  }

  /** One hash for several files: that of their hashes, one a line; of one file its own. */
  public static String hash(List<String> each) {
    if (each.size() < 2) {
      return String.join("", each);
    }
    try {
      byte[] lines = (String.join("\n", each) + "\n").getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
