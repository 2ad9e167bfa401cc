package org.taskaffinity.notebooks.show;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Reading;

/** Who was measured together with whom. */
final class AuditCard {
  private static final int LISTED = 12;

  private AuditCard() {}

  static String of(Audit audit, Drawings drawings) {
    double[] pairs =
        Arrays.stream(audit.jaccard().pairs()).filter(v -> !Double.isNaN(v)).sorted().toArray();
    String size =
        String.format(
            Locale.ROOT,
            "%s: %,d molecules, %d columns of labels. ",
            audit.name(),
            audit.molecules(),
            audit.jaccard().size());
    StringBuilder out = new StringBuilder(Html.paragraph(size + spread(pairs)));
    Figure map =
        Figures.heatMap("Overlap of labels (Jaccard)", audit.jaccard())
            .scale(Figure.Scale.FRACTION);
    out.append(drawings.html(map));
    if (audit.counts().size() <= LISTED) {
      out.append(Html.table(List.of("column", "labels"), counts(audit)));
    }
    audit.notes().forEach(note -> out.append(Html.quiet(Html.escaped("Note: " + note))));
    return out.toString();
  }

  private static List<List<String>> counts(Audit audit) {
    return IntStream.range(0, audit.counts().size())
        .mapToObj(
            t -> List.of(audit.jaccard().tasks().get(t), Numbers.count(audit.counts().get(t))))
        .toList();
  }

  private static String spread(double[] sorted) {
    if (sorted.length == 0) {
      return "";
    }
    double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    long readable = Arrays.stream(sorted).filter(v -> v >= Reading.READABLE_JACCARD).count();
    return String.format(
        Locale.ROOT,
        "Over %,d pairs the Jaccard index has median %.3f, from %.3f to %.3f; %,d pairs are at 40 %%"
            + " or above.",
        sorted.length,
        middle,
        sorted[0],
        sorted[sorted.length - 1],
        readable);
  }
}
