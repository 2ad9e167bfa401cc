package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The affinities of real labels compared with those under a control: what of an affinity comes from
 * a relation between molecules and labels.
 *
 * <p>With two seeds or more, differences are paired by seed: a run and its control share initial
 * weights, batches and dropout masks. With one seed, the errors of both means over their captures
 * are added (Welch), and the interval says nothing of other seeds.
 *
 * @param experiment the experiment with real labels, with the first seed
 * @param control what was done to the labels of the control
 * @param seeds seeds that both have
 * @param affinity mean G with real labels
 * @param controlled mean G under the control
 * @param difference affinity − controlled
 * @param precision how precisely each difference is known
 * @param relation r of G and E with real labels
 * @param controlRelation r of G and E under the control
 * @param relationDifference Pearson's r(G, E) with real labels minus that under the control, 95 %
 *     interval over seeds (jackknife); undefined for one seed
 */
public record Contrast(
    Experiment experiment,
    Control control,
    List<Long> seeds,
    TaskMatrix affinity,
    TaskMatrix controlled,
    TaskMatrix difference,
    Precision precision,
    Relation relation,
    Relation controlRelation,
    Interval relationDifference) {
  private static final int SHOWN = 20;

  public Contrast {
    seeds = List.copyOf(seeds);
  }

  /** Every two tasks with their difference, in the order of the matrices. */
  public List<ContrastPair> pairs() {
    TaskMatrix adjusted = precision.adjustedP();
    List<ContrastPair> pairs = new ArrayList<>();
    List<String> tasks = affinity.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        pairs.add(
            new ContrastPair(
                tasks.get(i),
                tasks.get(j),
                affinity.at(i, j),
                controlled.at(i, j),
                difference.at(i, j),
                precision.standardErrors().at(i, j),
                precision.low().at(i, j),
                precision.high().at(i, j),
                adjusted.at(i, j)));
      }
    }
    return List.copyOf(pairs);
  }

  /** What the comparison says, in two or three sentences. */
  public String verdict() {
    List<ContrastPair> known = pairs().stream().filter(p -> !Double.isNaN(p.difference())).toList();
    long apart = known.stream().filter(ContrastPair::distinguishable).count();
    String unit = precision.over().isEmpty() ? "" : " over " + unit();
    String pairs =
        known.isEmpty()
            ? "No pair has an affinity with real labels and under " + control + "."
            : apart + " of " + known.size() + " pairs differ from " + control + unit + ".";
    return pairs + " " + relations();
  }

  private String relations() {
    double real = relation.pearson().value();
    double controlled = controlRelation.pearson().value();
    if (Double.isNaN(real - controlled)) {
      return "r(G, E) is not known for both.";
    }
    String both =
        String.format(
            Locale.ROOT,
            "r(G, E) is %.2f with real labels and %.2f under the control",
            real,
            controlled);
    return relationDifference.defined()
        ? both
            + String.format(Locale.ROOT, ": a difference of %.2f ", real - controlled)
            + relationDifference
            + "."
        : both + "; one seed cannot show how precise the difference is.";
  }

  private String unit() {
    return precision.over().equals("seeds") ? seeds.size() + " seeds" : "captures of one training";
  }

  /** The verdict and the pairs that differ most. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(verdict());
    List<ContrastPair> sorted =
        pairs().stream()
            .filter(p -> !Double.isNaN(p.difference()))
            .sorted(Comparator.comparingDouble(p -> -Math.abs(p.difference())))
            .toList();
    int width = Math.max(4, sorted.stream().mapToInt(p -> label(p).length()).max().orElse(0));
    if (!sorted.isEmpty()) {
      out.append(
          String.format(
              "\n\n%-" + width + "s    real  control  difference  95 %% interval     p (Holm)",
              "pair"));
    }
    for (ContrastPair p : sorted.subList(0, Math.min(SHOWN, sorted.size()))) {
      out.append(
          String.format(
              Locale.ROOT,
              "\n%-" + width + "s  %6.3f   %6.3f      %6.3f  %-16s  %s",
              label(p),
              p.affinity(),
              p.controlled(),
              p.difference(),
              Double.isNaN(p.low())
                  ? "."
                  : String.format(Locale.ROOT, "[%.3f, %.3f]", p.low(), p.high()),
              Double.isNaN(p.adjustedP())
                  ? "."
                  : String.format(Locale.ROOT, "%.3f", p.adjustedP())));
    }
    if (sorted.size() > SHOWN) {
      out.append("\n… and ").append(sorted.size() - SHOWN).append(" more: .pairs()");
    }
    return out.toString();
  }

  private static String label(ContrastPair pair) {
    return PlainText.line(pair.first()) + " - " + PlainText.line(pair.second());
  }
}
