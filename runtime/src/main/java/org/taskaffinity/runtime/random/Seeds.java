package org.taskaffinity.runtime.random;

/**
 * The streams of random numbers that belong to one seed, each found by its name.
 *
 * <p>A new stochastic part takes a new name and leaves the others as they were; the same seed and
 * name give the same numbers on every machine and JDK, whatever else runs.
 *
 * @param seed the experiment's seed
 */
public record Seeds(long seed) {

  /**
   * The stream of this name.
   *
   * @param name a path such as {@code "withhold/NR-AR"} or {@code "init/encoder"}
   */
  public Stream stream(String name) {
    return new Stream(key(name));
  }

  /**
   * A 64-bit key made of the seed and the name: FNV-1a over the name's characters, started at the
   * mixed seed, then mixed once more.
   */
  public long key(String name) {
    long hash = 0xcbf29ce484222325L ^ mix(seed);
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), a bijection on 64 bits. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
