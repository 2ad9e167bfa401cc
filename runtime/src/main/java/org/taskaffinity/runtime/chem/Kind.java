package org.taskaffinity.runtime.chem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One kind of thing known about every molecule.
 *
 * @param name what it is called among the cache's files
 * @param measures makes a measure for one thread
 * @param encode the value in bytes
 * @param decode the value again
 */
record Kind<T>(
    String name,
    Supplier<Measure<T>> measures,
    Function<T, byte[]> encode,
    Function<byte[], T> decode) {

  static final Kind<Graph> GRAPH =
      new Kind<>("graph", () -> Graph::of, Graph::toBytes, Graph::fromBytes);

  /** Apart from the graphs, so that only who reads bonds works them out. */
  static final Kind<byte[]> BONDS =
      new Kind<>("bonds", () -> BondCode::of, Function.identity(), Function.identity());

  static final Kind<String> CANONICAL = text("canonical", CanonicalSmiles::new);

  static final Kind<int[]> ECFP4 =
      new Kind<>("ecfp4", Ecfp4::new, Kind::bitsToBytes, Kind::bitsFromBytes);

  static final Kind<String> SCAFFOLD = text("scaffold", Scaffold::new);

  private static Kind<String> text(String name, Supplier<Measure<String>> measures) {
    return new Kind<>(
        name,
        measures,
        text -> text.getBytes(StandardCharsets.UTF_8),
        bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] bitsToBytes(int[] on) {
    ByteBuffer bytes = ByteBuffer.allocate(on.length * Character.BYTES);
    for (int bit : on) {
      bytes.putChar((char) bit);
    }
    return bytes.array();
  }

  private static int[] bitsFromBytes(byte[] bytes) {
    return ByteBuffer.wrap(bytes).asCharBuffer().chars().toArray();
  }
}
