package org.taskaffinity.runtime.chem;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * A folder of computed outcomes, one file per table and kind.
 *
 * <pre>
 *   file     magic (8 bytes), checksum of the rest (8), rows
 *   rows     how many (4), then of each its length (4) and bytes; −1 − length when it is a problem
 * </pre>
 *
 * <p>A file cut short or changed is read as absent. Files are written beside their place and moved
 * there whole, so several processes may share a folder.
 */
record Cache(Path folder) {
  private static final long MAGIC = 0x7461736b6d6f6c31L;
  private static final int HEADER = 2 * Long.BYTES;

  <T> Optional<List<Outcome<T>>> read(String key, Kind<T> kind) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file(key, kind)));
      if (bytes.getLong() != MAGIC || bytes.getLong() != checksum(bytes.duplicate())) {
        return Optional.empty();
      }
      return Optional.of(OutcomeCodec.decode(bytes, kind));
    } catch (IOException | BufferUnderflowException absent) {
      return Optional.empty();
    }
  }

  /** Keeps the outcomes if the folder can be written to; where it cannot, nothing is kept. */
  <T> void write(String key, Kind<T> kind, List<Outcome<T>> outcomes) {
    ByteBuffer bytes = OutcomeCodec.encode(outcomes, kind, HEADER);
    long checksum = checksum(bytes.duplicate().position(HEADER));
    bytes.putLong(0, MAGIC).putLong(Long.BYTES, checksum);
    try {
      AtomicFiles.write(file(key, kind), out -> out.write(bytes.array()));
    } catch (RunException readOnly) {
      // The outcomes are in memory; the next process computes them again.
    }
  }

  Path file(String key, Kind<?> kind) {
    return folder.resolve(kind.name() + "-" + key + ".bin");
  }

  /** CRC-32: native code from the first call, where CRC-32C would be interpreted. */
  private static long checksum(ByteBuffer bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
