package org.taskaffinity.scripts.kotlin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The classes that a script became.
 *
 * @param main the script itself: its constructor takes a runner and executes the statements
 * @param code every class by its name
 */
record CompiledClasses(String main, Map<String, byte[]> code) {
  private static final int DIGEST = 32;

  /** As bytes, with a digest behind them. */
  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(main);
      out.writeInt(code.size());
      for (Map.Entry<String, byte[]> each : code.entrySet()) {
        out.writeUTF(each.getKey());
        out.writeInt(each.getValue().length);
        out.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no disk behind it
    }
    bytes.writeBytes(Sha256.of(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /** What {@link #toBytes} wrote; empty if the bytes are not whole. */
  static Optional<CompiledClasses> of(byte[] bytes) {
    if (bytes.length < DIGEST) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, bytes.length - DIGEST);
    byte[] digest = Arrays.copyOfRange(bytes, content.length, bytes.length);
    return Arrays.equals(digest, Sha256.of(content))
        ? Optional.of(read(content))
        : Optional.empty();
  }

  private static CompiledClasses read(byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      String main = in.readUTF();
      Map<String, byte[]> code = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        code.put(in.readUTF(), in.readNBytes(in.readInt()));
      }
      return new CompiledClasses(main, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // its digest was right
    }
  }
}
