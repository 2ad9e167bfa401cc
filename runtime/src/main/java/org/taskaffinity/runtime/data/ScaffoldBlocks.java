package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.runtime.random.Stream;

/**
 * A block design whose parts have no scaffold in common.
 *
 * <p>Finding the largest one is a packing problem, so this is greedy: scaffolds by size, the
 * largest first, each goes to the part that has the smallest share of what it is to have and can
 * use it. The parts are then cut to one size, which leaves rows of a scaffold unused but never
 * gives them to another part.
 */
final class ScaffoldBlocks {
  private final LabelMask mask;
  private final BitSet complete;
  private final double[] weights;
  private final List<List<Integer>> parts = new ArrayList<>();

  /**
   * @param alpha α in [0, 1): the share of a task's labels on the shared part
   */
  ScaffoldBlocks(LabelMask mask, double alpha) {
    this.mask = mask;
    this.complete = mask.complete();
    this.weights = new double[mask.size() + 1];
    Arrays.fill(weights, 1 - alpha);
    weights[mask.size()] = alpha;
    IntStream.rangeClosed(0, mask.size()).forEach(p -> parts.add(new ArrayList<>()));
  }

  /** Gives every scaffold among the training rows to a part. */
  ScaffoldBlocks fill(IntFunction<String> scaffold, Stream random) {
    int[] rows = mask.rows();
    List<int[]> groups = Splitter.groups(rows.length, i -> scaffold.apply(rows[i]));
    for (int[] group : Splitter.bySize(groups, random)) {
      int[] members = IntStream.of(group).map(i -> rows[i]).toArray();
      random.shuffle(members);
      give(members);
    }
    return this;
  }

  /** The largest m that all parts attain, with n = ⌊αm⌉. */
  int attained() {
    int shared = parts.get(mask.size()).size();
    int own = parts.stream().limit(mask.size()).mapToInt(List::size).min().orElse(0);
    double alpha = weights[mask.size()];
    return Blocks.last(
        own + shared, m -> Blocks.shared(alpha, m) <= shared && m - Blocks.shared(alpha, m) <= own);
  }

  /** K sets of rows, m each, n of them shared. */
  BitSet[] cut(int n, int m) {
    return IntStream.range(0, mask.size())
        .mapToObj(
            task -> {
              BitSet kept = new BitSet();
              parts.get(task).stream().limit(m - n).forEach(kept::set);
              parts.get(mask.size()).stream().limit(n).forEach(kept::set);
              return kept;
            })
        .toArray(BitSet[]::new);
  }

  private void give(int[] members) {
    int chosen = -1;
    for (int part = 0; part < weights.length; part++) {
      boolean emptier = chosen < 0 || filled(part) < filled(chosen);
      if (weights[part] > 0 && emptier && usable(part, members).findAny().isPresent()) {
        chosen = part;
      }
    }
    if (chosen >= 0) {
      usable(chosen, members).forEach(parts.get(chosen)::add);
    }
  }

  private IntStream usable(int part, int[] members) {
    BitSet useful = part == mask.size() ? complete : mask.labels()[part];
    return IntStream.of(members).filter(useful::get);
  }

  private double filled(int part) {
    return parts.get(part).size() / weights[part];
  }
}
