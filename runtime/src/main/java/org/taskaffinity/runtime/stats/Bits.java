package org.taskaffinity.runtime.stats;

/** Counting on bit sets laid out as words; a missing last word is empty. */
final class Bits {
  private Bits() {}

  static int words(int bits) {
    return (bits + 63) >>> 6;
  }

  static void set(long[] words, int bit) {
    words[bit >>> 6] |= 1L << bit;
  }

  static boolean get(long[] words, int bit) {
    return (words[bit >>> 6] >>> bit & 1) != 0;
  }

  static int count(long[] a) {
    int count = 0;
    for (long word : a) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** |a ∩ b|. */
  static int and(long[] a, long[] b) {
    int count = 0;
    for (int w = Math.min(a.length, b.length) - 1; w >= 0; w--) {
      count += Long.bitCount(a[w] & b[w]);
    }
    return count;
  }
}
