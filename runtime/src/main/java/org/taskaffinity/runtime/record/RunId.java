package org.taskaffinity.runtime.record;

import java.util.Map;
import java.util.TreeMap;
import org.taskaffinity.runtime.files.Sha256;

/** The name of a run: what was asked, of which data, by which numerics. */
public final class RunId {
  private RunId() {}

  /**
   * SHA-256, in hexadecimal, of the printed description, the content of each input in the order of
   * their names, and {@link Numerics#VERSION}.
   *
   * @param description the printed experiment
   * @param data SHA-256 of each input's decompressed content, by its name
   */
  public static String of(String description, Map<String, String> data) {
    return of(description, data, Integer.toString(Numerics.VERSION));
  }

  /** As {@link #of(String, Map)}, of a run that other numerics made. */
  static String of(String description, Map<String, String> data, String numerics) {
    StringBuilder text = new StringBuilder(description);
    new TreeMap<>(data)
        .forEach((name, hash) -> text.append('\n').append(name).append(' ').append(hash));
    text.append("\nnumerics ").append(numerics);
    return Sha256.of(text.toString());
  }
}
