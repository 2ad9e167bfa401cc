package org.taskaffinity.runtime.chem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.openscience.cdk.CDK;

/** Names what was computed: the SHA-256 of every SMILES, the kind, and the versions involved. */
final class CacheKey {
  /** Raised whenever the same SMILES would give another graph, fingerprint or text. */
  static final int CHEMISTRY_VERSION = 1;

  private final MessageDigest digest;

  private CacheKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }

  static String of(List<String> smiles, Kind<?> kind) {
    CacheKey key = new CacheKey();
    key.add("chemistry " + CHEMISTRY_VERSION);
    key.add("CDK " + CDK.getVersion());
    key.add(kind.name());
    smiles.forEach(key::add);
    return HexFormat.of().formatHex(key.digest.digest());
  }

  /** Lengths part the texts; a missing one has length −1. */
  private void add(String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }
}
