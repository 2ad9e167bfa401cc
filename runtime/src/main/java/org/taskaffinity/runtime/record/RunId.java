package org.taskaffinity.runtime.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

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
    StringBuilder text = new StringBuilder(description);
    new TreeMap<>(data)
        .forEach((name, hash) -> text.append('\n').append(name).append(' ').append(hash));
    text.append("\nnumerics ").append(Numerics.VERSION);
    return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
