package org.taskaffinity.runtime.chem;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.openscience.cdk.CDK;

/** Names what was computed: the SHA-256 of every SMILES, the kind, and the versions involved. */
final class CacheKey {
  /** Raised whenever the same SMILES would give another graph, fingerprint or text. */
  static final int CHEMISTRY_VERSION = Molecules.VERSION;

  /** Raised whenever a SMILES can be read that was refused before; nothing else changes by that. */
  private static final int READER_VERSION = 2;

  private CacheKey() {}

  static String of(List<String> smiles, Kind<?> kind) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(CHEMISTRY_VERSION);
      out.writeInt(READER_VERSION);
      add(CDK.getVersion(), out);
      add(kind.name(), out);
      for (String text : smiles) {
        add(text, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return sha256(bytes.toByteArray());
  }

  /** Lengths part the texts; a missing one has length −1. */
  private static void add(String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
