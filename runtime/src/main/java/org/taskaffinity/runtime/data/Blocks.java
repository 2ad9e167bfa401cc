package org.taskaffinity.runtime.data;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/**
 * One block of n rows shared by all tasks, and m − n rows of its own for each.
 *
 * <p>Shared rows must be complete cases, and any of them will do: they are interchangeable, so the
 * shared block is drawn first and the rest is a matching ({@link OwnRows}). Whether a block design
 * exists is therefore decided exactly. It stays feasible when n grows at the same m (a shared row
 * takes one complete case and saves one row of every task), and when m shrinks at the same n.
 */
final class Blocks {
  private final LabelMask mask;
  private final BitSet complete;

  Blocks(LabelMask mask) {
    this.mask = mask;
    this.complete = mask.complete();
  }

  /** Rows with a label for every task: the largest n. */
  int complete() {
    return complete.cardinality();
  }

  /** Whether every task can keep m labels, n of them shared. */
  boolean feasible(int n, int m) {
    if (n < 0 || n > m || n > complete()) {
      return false;
    }
    long own = (long) (m - n) * mask.size();
    boolean enough = own + n <= mask.labelled().cardinality() && m <= fewest();
    return enough && owners(first(n), m - n, new Seeds(0).stream("feasible")) != null;
  }

  /** The largest m at which a share α of it can be shared, with n = ⌊αm⌉; 0 if there is none. */
  int largest(double alpha) {
    return last(fewest(), m -> feasible(shared(alpha, m), m));
  }

  /** ⌊αm⌉: how many of m labels are shared. */
  static int shared(double alpha, int m) {
    return (int) Math.round(alpha * m);
  }

  /** The largest m beside this n; 0 if there is none. */
  int largestBeside(int n) {
    return last(fewest() - n, own -> feasible(n, n + own)) + (feasible(n, n) ? n : 0);
  }

  /** The smallest n at this m; −1 if there is none. */
  int fewestShared(int m) {
    int most = Math.min(m, complete());
    return feasible(most, m) ? most - last(most, less -> feasible(most - less, m)) : -1;
  }

  /**
   * Draws a block design.
   *
   * @return K sets of rows, m each; null if there is none
   */
  BitSet[] draw(int n, int m, Stream random) {
    int[] rows = complete.stream().toArray();
    random.shuffle(rows);
    BitSet shared = new BitSet();
    IntStream.of(rows).limit(n).forEach(shared::set);
    int[] owner = owners(shared, m - n, random);
    return owner == null ? null : joined(shared, owner);
  }

  private BitSet[] joined(BitSet shared, int[] owner) {
    return IntStream.range(0, mask.size())
        .mapToObj(
            task -> {
              BitSet kept = OwnRows.of(owner, task);
              kept.or(shared);
              return kept;
            })
        .toArray(BitSet[]::new);
  }

  private int[] owners(BitSet shared, int each, Stream random) {
    return OwnRows.assign(mask.labels(), shared, each, random);
  }

  private BitSet first(int n) {
    BitSet rows = new BitSet();
    complete.stream().limit(n).forEach(rows::set);
    return rows;
  }

  private int fewest() {
    return IntStream.of(mask.counts()).min().orElse(0);
  }

  /** By bisection: the last of 0 … most that holds, where all before it hold and none after. */
  static int last(int most, IntPredicate holds) {
    int low = 0;
    int high = Math.max(0, most);
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (holds.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
