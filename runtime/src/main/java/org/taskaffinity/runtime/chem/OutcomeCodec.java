package org.taskaffinity.runtime.chem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Outcomes in bytes: how many, then of each its length and bytes; −1 − length for a problem. */
final class OutcomeCodec {
  private OutcomeCodec() {}

  /**
   * @param header bytes left free at the start
   */
  static <T> ByteBuffer encode(List<Outcome<T>> outcomes, Kind<T> kind, int header) {
    List<byte[]> rows = new ArrayList<>(outcomes.size());
    int size = header + Integer.BYTES;
    for (Outcome<T> outcome : outcomes) {
      byte[] row =
          outcome.ok()
              ? kind.encode().apply(outcome.value())
              : outcome.problem().getBytes(StandardCharsets.UTF_8);
      rows.add(row);
      size = Math.addExact(size, Integer.BYTES + row.length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).position(header).putInt(rows.size());
    for (int r = 0; r < rows.size(); r++) {
      byte[] row = rows.get(r);
      bytes.putInt(outcomes.get(r).ok() ? row.length : -1 - row.length).put(row);
    }
    return bytes;
  }

  static <T> List<Outcome<T>> decode(ByteBuffer bytes, Kind<T> kind) {
    int rows = bytes.getInt();
    List<Outcome<T>> outcomes = new ArrayList<>(rows);
    for (int r = 0; r < rows; r++) {
      int length = bytes.getInt();
      byte[] row = new byte[length < 0 ? -1 - length : length];
      bytes.get(row);
      outcomes.add(
          length < 0
              ? Outcome.failed(new String(row, StandardCharsets.UTF_8))
              : Outcome.of(kind.decode().apply(row)));
    }
    return outcomes;
  }
}
