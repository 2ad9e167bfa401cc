package org.taskaffinity.runtime.data;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;
import org.taskaffinity.runtime.random.Stream;

/**
 * Gives every task the same number of rows of its own: rows it has a label for, none of them in two
 * tasks.
 *
 * <p>A maximum bipartite matching of task slots with rows, by augmenting paths. Each task takes its
 * rows one by one, at random; when no free row is left to it, another task gives one up for
 * another. If no chain of exchanges ends at a free row, none exists (Berge 1957), so what is
 * refused is impossible and not merely unlucky.
 */
final class OwnRows {
  private static final int FREE = -1;
  private static final int BARRED = -2;

  private final int[][] rows;
  private final int[] next;
  private final int[] owner;

  private OwnRows(BitSet[] labels, BitSet barred, Stream random) {
    int bound = Arrays.stream(labels).mapToInt(BitSet::length).max().orElse(0);
    owner = new int[bound];
    Arrays.fill(owner, FREE);
    barred.stream().filter(r -> r < bound).forEach(r -> owner[r] = BARRED);
    next = new int[labels.length];
    rows = Arrays.stream(labels).map(task -> shuffled(task, barred, random)).toArray(int[][]::new);
  }

  /**
   * @param labels K sets of rows
   * @param barred rows that no task may take
   * @param each how many rows each task takes
   * @param random draws among equals
   * @return each row's task or a negative number, by row; null if there are not enough rows
   */
  static int[] assign(BitSet[] labels, BitSet barred, int each, Stream random) {
    OwnRows rows = new OwnRows(labels, barred, random);
    for (int round = 0; round < each; round++) {
      for (int task : random.permutation(labels.length)) {
        if (!rows.takeFree(task) && !rows.exchange(task)) {
          return null;
        }
      }
    }
    return rows.owner;
  }

  private static int[] shuffled(BitSet task, BitSet barred, Stream random) {
    int[] rows = task.stream().filter(r -> !barred.get(r)).toArray();
    random.shuffle(rows);
    return rows;
  }

  /** Rows are never set free again, so each task's search goes on where it ended. */
  private boolean takeFree(int task) {
    while (next[task] < rows[task].length) {
      int row = rows[task][next[task]++];
      if (owner[row] == FREE) {
        owner[row] = task;
        return true;
      }
    }
    return false;
  }

  /** Breadth first: which tasks could give up a row along a chain that starts at this one. */
  private boolean exchange(int start) {
    int[] given = new int[rows.length]; // the row by which a task was reached
    int[] taker = new int[rows.length]; // the task that would take it
    Arrays.fill(taker, FREE);
    taker[start] = start;
    Deque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    while (!queue.isEmpty()) {
      int task = queue.remove();
      for (int row : rows[task]) {
        int holder = owner[row];
        if (taker[holder] == FREE) {
          taker[holder] = task;
          given[holder] = row;
          if (takeFree(holder)) {
            pass(holder, start, taker, given);
            return true;
          }
          queue.add(holder);
        }
      }
    }
    return false;
  }

  private void pass(int last, int start, int[] taker, int[] given) {
    for (int task = last; task != start; task = taker[task]) {
      owner[given[task]] = taker[task];
    }
  }

  /** The rows that an assignment gave to a task. */
  static BitSet of(int[] owner, int task) {
    BitSet own = new BitSet(owner.length);
    IntStream.range(0, owner.length).filter(r -> owner[r] == task).forEach(own::set);
    return own;
  }
}
