package org.taskaffinity.runtime.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Pair;
import org.taskaffinity.dsl.Reading;

/** Every two tasks, from the most to the least alike, with a flag on those that cannot be read. */
final class PairSection {
  /** More pairs than this are folded away below the extremes. */
  private static final int SHOWN = 60;

  private static final int EXTREMES = 10;

  /** More pairs than this would make a page that no browser likes; the files hold them. */
  static final int MOST = 20_000;

  private PairSection() {}

  static void write(Page page, List<Pair> pairs) {
    page.section("Pairs");
    writeBody(page, pairs);
  }

  /** Below the heading of a condition. */
  static void writeBelow(Page page, List<Pair> pairs) {
    page.heading("Pairs");
    writeBody(page, pairs);
  }

  private static void writeBody(Page page, List<Pair> pairs) {
    page.remark(
        "A pair is called readable from a Jaccard index of "
            + Reading.READABLE_JACCARD
            + " and "
            + Reading.READABLE_SHARED
            + " shared training molecules, doubtful from "
            + Reading.LEAST_JACCARD
            + " and "
            + Reading.LEAST_SHARED
            + ". The two indices are what"
            + " arXiv 2604.07848 claims: a claim under test, not a fact. It also needs at least "
            + Reading.LEAST_CAPTURES
            + " captures with both tasks, two tasks that are not at chance, and an affinity that is"
            + " distinguishable from 0: p below 0.05 by Student's t on the standard error over"
            + " captures in blocks, or over seeds, adjusted for the number of pairs (Holm).");
    List<Pair> sorted = pairs.stream().sorted(byAffinity()).toList();
    if (sorted.size() <= SHOWN) {
      writeTable(page, "All pairs by affinity", sorted);
      return;
    }
    List<Pair> readable = sorted.stream().filter(p -> p.reading() == Reading.READABLE).toList();
    if (readable.size() > 2 * EXTREMES) {
      List<Pair> extremes = ends(readable, EXTREMES);
      writeTable(
          page, "The " + EXTREMES + " highest and lowest affinities that are readable", extremes);
    }
    writeFolded(page, sorted);
  }

  private static void writeFolded(Page page, List<Pair> sorted) {
    boolean all = sorted.size() <= MOST;
    List<Pair> listed = all ? sorted : ends(sorted, MOST / 20);
    String caption =
        all
            ? "All " + Words.count(sorted.size()) + " pairs by affinity"
            : "The first and last "
                + Words.count(MOST / 20.0)
                + " of "
                + Words.count(sorted.size())
                + " pairs by affinity; pairs.csv holds them all";
    page.body().open("details").element("summary", caption).line();
    writeTable(page, caption, listed);
    page.body().close().line();
  }

  private static Comparator<Pair> byAffinity() {
    return Comparator.comparing(
            (Pair p) -> Double.isNaN(p.affinity()) ? Double.NEGATIVE_INFINITY : p.affinity())
        .reversed();
  }

  private static List<Pair> ends(List<Pair> sorted, int each) {
    return Stream.concat(
            sorted.stream().limit(each), sorted.stream().skip(sorted.size() - (long) each))
        .toList();
  }

  private static void writeTable(Page page, String caption, List<Pair> pairs) {
    Table table =
        new Table(
            page.body(),
            caption,
            "Task",
            "Task",
            "#Affinity G",
            "95 % interval",
            "#Captures",
            "#Conflict rate",
            "#Label correlation E",
            "#Overlap",
            "#Shared",
            "Reading");
    for (Pair p : pairs) {
      table.row(
          p.first(),
          p.second(),
          Words.value(p.affinity()),
          Words.ends(p.low(), p.high()),
          p.captures() < 0 ? "–" : Words.count(p.captures()),
          Words.value(p.conflictRate()),
          Words.value(p.labelCorrelation()),
          Words.value(p.overlap()),
          p.shared() < 0 ? "–" : Words.count(p.shared()),
          p.reading().words());
    }
    table.end();
  }
}
