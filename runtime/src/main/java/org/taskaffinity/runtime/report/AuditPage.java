package org.taskaffinity.runtime.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Reading;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskPair;
import org.taskaffinity.runtime.figure.Svg;

/** The page of an audit: which tasks were measured on the same molecules, and what is lacking. */
final class AuditPage {
  private final Audit audit;
  private final Page page;
  private final List<Both> pairs = new ArrayList<>();

  /** Two tasks by their places, and how their overlap is read. */
  private record Both(int i, int j, Reading reading, long lacking) {}

  private AuditPage(Audit audit) {
    this.audit = audit;
    page =
        new Page(
            "Overlap of labels: " + audit.name(),
            Words.plural(audit.molecules(), "molecule")
                + ", "
                + Words.plural(audit.jaccard().size(), "task"));
    for (int i = 0; i < audit.jaccard().size(); i++) {
      for (int j = i + 1; j < audit.jaccard().size(); j++) {
        pairs.add(new Both(i, j, audit.reading(i, j), audit.lacking(i, j)));
      }
    }
  }

  static String html(Audit audit) {
    return new AuditPage(audit).written();
  }

  private String written() {
    page.section("In short");
    page.body().element("p", verdict(), "class", "verdict").line();
    page.remark(
        "The bounds are those that arXiv 2604.07848 claims (affinities are noise below a Jaccard"
            + " index of "
            + Reading.LEAST_JACCARD
            + " and reliable from "
            + Reading.READABLE_JACCARD
            + "), with a least number of shared training molecules ("
            + Reading.LEAST_SHARED
            + " and "
            + Reading.READABLE_SHARED
            + "), if "
            + Math.round(100 * Audit.TRAINING)
            + " % of the molecules train: a claim under test, not a fact. Enough overlap is not"
            + " enough by itself: whether an affinity can be read also depends on the training.");
    writeMatrices();
    writePairs();
    writeTasks();
    if (!audit.notes().isEmpty()) {
      page.section("Notes");
      page.body().open("ul");
      audit.notes().forEach(note -> page.body().element("li", note));
      page.body().close().line();
    }
    return page.html();
  }

  private String verdict() {
    if (pairs.isEmpty()) {
      return "There is one task, and so no pair to compare.";
    }
    long enough = count(Reading.READABLE);
    long doubtful = count(Reading.DOUBTFUL);
    String first =
        Words.count(enough)
            + " of "
            + Words.plural(pairs.size(), "pair")
            + (enough == 1 ? " has" : " have")
            + " enough overlap to be read; "
            + Words.count(doubtful)
            + (doubtful == 1 ? " is" : " are")
            + " doubtful, "
            + Words.count(pairs.size() - enough - doubtful)
            + " too few.";
    return pairs.stream()
        .filter(p -> p.lacking() > 0)
        .min(Comparator.comparingLong(Both::lacking))
        .map(p -> first + " " + nearest(p))
        .orElse(first);
  }

  private String nearest(Both pair) {
    return "The least to measure: "
        + Words.plural(pair.lacking(), "more molecule")
        + " for both "
        + name(pair.i())
        + " and "
        + name(pair.j())
        + ".";
  }

  private long count(Reading reading) {
    return pairs.stream().filter(p -> p.reading() == reading).count();
  }

  private void writeMatrices() {
    page.section("Matrices");
    page.body().open("div", "class", "figures").line();
    List<TaskPair> few =
        pairs.stream()
            .filter(p -> !p.reading().readable())
            .filter(p -> !Double.isNaN(audit.jaccard().at(p.i(), p.j())))
            .map(p -> Figures.pair(name(p.i()), name(p.j())))
            .toList();
    Figure.HeatMap jaccard =
        Figures.heatMap("Overlap of labels (Jaccard)", audit.jaccard())
            .scale(Figure.Scale.FRACTION);
    figure(few.isEmpty() ? jaccard : jaccard.faint("too little overlap", few));
    figure(
        Figures.heatMap("Shared molecules, of the smaller task's", audit.ofSmaller())
            .scale(Figure.Scale.FRACTION));
    audit.labelCorrelation().ifPresent(e -> figure(Figures.heatMap("Label correlation E", e)));
    page.body().close().line();
  }

  private void figure(Figure.HeatMap map) {
    page.figure(Svg.inline(map, page.nextFigure()), map.matrix().size() > ResultPage.WIDE);
  }

  private void writePairs() {
    page.section("Pairs");
    page.remark(
        "To measure: how many molecules more would have to be measured for both tasks until their"
            + " overlap is enough to be read. Molecules that have one of the two labels come"
            + " first.");
    List<Both> sorted =
        pairs.stream().sorted(Comparator.comparingDouble((Both p) -> -orLast(p))).toList();
    boolean all = sorted.size() <= PairSection.MOST;
    int each = PairSection.MOST / 20;
    List<Both> listed =
        all
            ? sorted
            : Stream.concat(
                    sorted.stream().limit(each), sorted.stream().skip(sorted.size() - (long) each))
                .toList();
    String caption =
        all
            ? "All " + Words.plural(sorted.size(), "pair") + " by overlap"
            : "The first and last "
                + Words.count(each)
                + " of "
                + Words.count(sorted.size())
                + " pairs by overlap; pairs.csv holds them all";
    Table table =
        new Table(
            page.body(),
            caption,
            "Task",
            "Task",
            "#Shared",
            "#Jaccard",
            "#Shared / smaller",
            "#E",
            "Overlap",
            "#To measure");
    listed.forEach(pair -> writePair(table, pair));
    table.end();
  }

  private double orLast(Both pair) {
    double jaccard = audit.jaccard().at(pair.i(), pair.j());
    return Double.isNaN(jaccard) ? -1 : jaccard;
  }

  private void writePair(Table table, Both pair) {
    int i = pair.i();
    int j = pair.j();
    double labels = audit.labelCorrelation().map(e -> e.at(i, j)).orElse(Double.NaN);
    table.row(
        name(i),
        name(j),
        Words.count(audit.shared().at(i, j)),
        Words.value(audit.jaccard().at(i, j)),
        Words.value(audit.ofSmaller().at(i, j)),
        Words.value(labels),
        pair.reading() == Reading.READABLE ? "enough" : pair.reading().words(),
        Words.count(pair.lacking()));
  }

  private void writeTasks() {
    page.section("Tasks");
    Table table = new Table(page.body(), "Labels", "Task", "#Molecules", "#Of all");
    TaskMatrix shared = audit.shared();
    IntStream.range(0, shared.size())
        .forEach(
            t -> {
              int count = audit.counts().get(t);
              String share = Words.value((double) count / audit.molecules());
              table.row(name(t), Words.count(count), share);
            });
    table.end();
  }

  private String name(int task) {
    return audit.jaccard().tasks().get(task);
  }
}
