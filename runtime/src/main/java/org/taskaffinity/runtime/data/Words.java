package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Locale;

/** Says what a manipulation was solved to. */
final class Words {
  private Words() {}

  /** {@code mean overlap 0.498 (0.47–0.53), 1,204–1,400 labels a task}. */
  static String overlap(LabelMask kept) {
    IntSummaryStatistics labels = Arrays.stream(kept.counts()).summaryStatistics();
    String counts = range(labels.getMin(), labels.getMax()) + " labels a task";
    if (kept.size() == 1) {
      return counts;
    }
    var jaccard = Arrays.stream(kept.jaccard()).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "mean overlap %.3f (%.2f–%.2f), %s",
        jaccard.getAverage(),
        jaccard.getMin(),
        jaccard.getMax(),
        counts);
  }

  static String probability(double p) {
    return String.format(Locale.ROOT, "each label kept with p = %.3f; ", p);
  }

  static String complete(LabelMask mask, int rows) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d training rows have a label for all %d tasks; overlap 1",
        rows,
        mask.rows().length,
        mask.size());
  }

  /** Of n shared rows and m labels a task. */
  static String blocks(int n, int m, String own) {
    return String.format(
        Locale.ROOT,
        "%,d labels a task, %,d on molecules shared by all and %,d on %s; overlap %.3f",
        m,
        n,
        m - n,
        own,
        jaccard(n, m));
  }

  /** J = n / (2m − n). */
  static double jaccard(int n, int m) {
    return (double) n / (2 * m - n);
  }

  static String range(int low, int high) {
    return low == high
        ? String.format(Locale.ROOT, "%,d", low)
        : String.format(Locale.ROOT, "%,d–%,d", low, high);
  }

  /** Three decimals, rounded so that the number lies above. */
  static String up(double value) {
    return String.format(Locale.ROOT, "%.3f", Math.ceil(value * 1000 - 1e-9) / 1000 + 0.0);
  }

  /** Three decimals, rounded so that the number lies below. */
  static String down(double value) {
    return String.format(Locale.ROOT, "%.3f", Math.floor(value * 1000 + 1e-9) / 1000);
  }
}
