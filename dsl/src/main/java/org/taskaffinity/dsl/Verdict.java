package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a result says of its pairs, in the words of who asked: how many can be read, which tasks
 * pull together, which conflict, why the rest cannot be read, and what would help. What makes all
 * of it doubtful comes first.
 */
final class Verdict {
  /** More pairs than these are counted, not named. */
  private static final int NAMED = 3;

  private final Evidence evidence;

  private Verdict(Evidence evidence) {
    this.evidence = evidence;
  }

  static String of(Evidence evidence) {
    return new Verdict(evidence).text();
  }

  /** One clause: how many pairs can be read, and to which side they pull. */
  static String headline(List<Pair> pairs) {
    long readable = pairs.stream().filter(p -> p.reading().readable()).count();
    if (readable == 0) {
      return "no pair can be read";
    }
    long together = pairs.stream().filter(p -> p.reading().readable() && p.affinity() > 0).count();
    return counted(readable, pairs.size())
        + " can be read: "
        + together
        + (together == 1 ? " pulls" : " pull")
        + " together, "
        + (readable - together)
        + (readable - together == 1 ? " conflicts" : " conflict");
  }

  private String text() {
    List<String> sentences = new ArrayList<>();
    Advice advice = new Advice(evidence);
    advice.tooFewCaptures().ifPresent(sentences::add);
    sentences.add(capital(readableCount()));
    if (readable() > 0) {
      String where = evidence.seeds() < 2 ? " in this training" : "";
      sentences.add(side("Pull together" + where, p -> p.affinity() > 0, true));
      sentences.add(side("Conflict" + where, p -> !(p.affinity() > 0), false));
    }
    reasons().ifPresent(sentences::add);
    sentences.addAll(advice.help());
    if (evidence.seeds() < 2) {
      sentences.add(advice.oneSeed());
    } else {
      sentences.add("Intervals are over " + evidence.seeds() + " seeds on the same data.");
    }
    return String.join(" ", sentences);
  }

  private long readable() {
    return evidence.pairs().stream().filter(p -> p.reading().readable()).count();
  }

  private String readableCount() {
    int all = evidence.pairs().size();
    if (readable() == 0) {
      return all == 1 ? "The one pair cannot be read." : "None of " + all + " pairs can be read.";
    }
    return all == 1 ? "The one pair can be read." : counted(readable(), all) + " can be read.";
  }

  private static String counted(long some, int all) {
    return some == all ? "all " + all + " pairs" : some + " of " + all + " pairs";
  }

  /** The readable pairs of one sign, the strongest first. */
  private String side(String what, Predicate<Pair> sign, boolean highestFirst) {
    Comparator<Pair> order = Comparator.comparingDouble(Pair::affinity);
    List<Pair> found =
        evidence.pairs().stream()
            .filter(p -> p.reading().readable())
            .filter(sign)
            .sorted(highestFirst ? order.reversed() : order)
            .toList();
    if (found.isEmpty()) {
      return what + ": none of them.";
    }
    String named = found.stream().limit(NAMED).map(this::said).collect(Collectors.joining("; "));
    int more = found.size() - NAMED;
    return what + ": " + named + (more > 0 ? "; and " + more + " more" : "") + ".";
  }

  private String said(Pair pair) {
    String interval =
        Double.isNaN(pair.low())
            ? ""
            : String.format(
                Locale.ROOT,
                ", 95 %% interval %.3f to %.3f over %s",
                pair.low(),
                pair.high(),
                pair.over());
    String doubt = pair.reading() == Reading.DOUBTFUL ? ", doubtful by its overlap" : "";
    return pair.first()
        + " and "
        + pair.second()
        + String.format(Locale.ROOT, " (G %.3f", pair.affinity())
        + interval
        + doubt
        + ")";
  }

  /** Why pairs cannot be read, the most frequent reason first. */
  private Optional<String> reasons() {
    List<String> counts =
        evidence.pairs().stream()
            .filter(p -> !p.reading().readable())
            .collect(Collectors.groupingBy(Pair::reading, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(
                Comparator.comparing((Map.Entry<Reading, Long> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .map(e -> e.getKey().words() + " (" + e.getValue() + ")")
            .toList();
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of("Not readable: " + String.join(", ", counts) + ".");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
