package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;

/**
 * What {@code fixed(…)} could be, for each of its two quantities held as it is.
 *
 * <pre>
 *   J = n / (2m − n)      α = n / m = 2J / (1 + J)
 * </pre>
 */
final class FixedRange {
  private final LabelMask mask;
  private final Blocks blocks;

  private FixedRange(LabelMask mask, Blocks blocks) {
    this.mask = mask;
    this.blocks = blocks;
  }

  static PlanException refusal(Overlap.Fixed fixed, LabelMask mask, Blocks blocks) {
    FixedRange range = new FixedRange(mask, blocks);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s asks for %,d molecules with a label for all %d tasks and %,d of its own for each"
                + " task. The %,d training rows do not have them.",
            fixed,
            fixed.sharedCount(),
            mask.size(),
            fixed.labels() - fixed.sharedCount(),
            mask.rows().length));
    lines.add("rows with a label for all tasks: " + said(blocks.complete()));
    lines.add("with " + fixed.first() + ": " + range.beside(fixed.first(), fixed.second()));
    lines.add("with " + fixed.second() + ": " + range.beside(fixed.second(), fixed.first()));
    return new PlanException(String.join("\n  ", lines));
  }

  /** The range of one quantity while the other is held. */
  private String beside(Overlap.Quantity held, Overlap.Quantity free) {
    if (held instanceof Overlap.Labels labels) {
      return besideLabels(labels.count(), free instanceof Overlap.Jaccard);
    }
    if (held instanceof Overlap.SharedCount shared) {
      return besideShared(shared.count(), free instanceof Overlap.Jaccard);
    }
    return besideJaccard(((Overlap.Jaccard) held).index(), free instanceof Overlap.Labels);
  }

  private String besideLabels(int m, boolean asJaccard) {
    int low = blocks.fewestShared(m);
    int high = Math.min(m, blocks.complete());
    if (low < 0 || high < 1) {
      return "nothing; a task can keep " + said(blocks.largest(0)) + " labels if nothing is shared";
    }
    low = Math.max(1, low);
    return asJaccard
        ? "jaccard " + Words.up(Words.jaccard(low, m)) + " to " + Words.down(Words.jaccard(high, m))
        : "sharedCount " + said(low) + " to " + said(high);
  }

  private String besideShared(int n, boolean asJaccard) {
    int most = blocks.largestBeside(n);
    if (most == 0) {
      return "nothing";
    }
    return asJaccard
        ? "jaccard " + Words.up(Words.jaccard(n, most)) + " to 1"
        : "labels " + said(n) + " to " + said(most);
  }

  private String besideJaccard(double index, boolean asLabels) {
    int m = asLabels ? blocks.largest(2 * index / (1 + index)) : 0;
    int n = asLabels ? 0 : largestShared(index);
    if (asLabels) {
      return Blocks.shared(2 * index / (1 + index), m) < 1 ? "nothing" : "labels up to " + said(m);
    }
    return n < 1 ? "nothing" : "sharedCount up to " + said(n);
  }

  private int largestShared(double index) {
    return Blocks.last(blocks.complete(), n -> blocks.feasible(n, labels(n, index)));
  }

  private static int labels(int n, double index) {
    return (int) Math.round(n * (1 + index) / (2 * index));
  }

  private static String said(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
