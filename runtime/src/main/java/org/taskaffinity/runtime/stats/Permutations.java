package org.taskaffinity.runtime.stats;

import java.util.function.Consumer;

/** All orders of a few things. */
final class Permutations {
  private Permutations() {}

  /** Whether n! ≤ bound. */
  static boolean atMost(int n, int bound) {
    long factorial = 1;
    for (int i = 2; i <= n && factorial <= bound; i++) {
      factorial *= i;
    }
    return factorial <= bound;
  }

  /** Shows every order of 0 … n − 1 once, in an array that is used again (Heap's algorithm). */
  static void all(int n, Consumer<int[]> look) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    all(n, order, look);
  }

  private static void all(int n, int[] order, Consumer<int[]> look) {
    if (n <= 1) {
      look.accept(order);
      return;
    }
    for (int i = 0; i < n; i++) {
      all(n - 1, order, look);
      int other = n % 2 == 0 ? i : 0;
      int kept = order[other];
      order[other] = order[n - 1];
      order[n - 1] = kept;
    }
  }
}
