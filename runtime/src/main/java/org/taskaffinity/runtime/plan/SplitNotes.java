package org.taskaffinity.runtime.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.data.SplitRows;
import org.taskaffinity.runtime.data.Table;

/** What a split leaves: parts without rows, tasks of one class in a part, copies in two parts. */
final class SplitNotes {
  private static final int SHOWN = 3;

  private final Table table;
  private final Split split;
  private final SplitRows parts;

  SplitNotes(Table table, Split split, SplitRows parts) {
    this.table = table;
    this.split = split;
    this.parts = parts;
  }

  /** What a reader should know of. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    emptyParts().ifPresent(notes::add);
    unjudged("validation", parts.validation()).ifPresent(notes::add);
    unjudged("test", parts.test()).ifPresent(notes::add);
    copies().ifPresent(notes::add);
    return notes;
  }

  /**
   * {@code scaffoldSplit(0.8, 0.1, 0.1): 40 of 40 molecules share one scaffold; no rows to validate
   * or test}; empty where each part that was asked for has rows.
   */
  private Optional<String> emptyParts() {
    List<String> empty = new ArrayList<>();
    if (parts.validation().length == 0 && asks(fractions -> fractions.validation() > 0)) {
      empty.add("validate");
    }
    if (parts.test().length == 0 && asks(fractions -> fractions.test() > 0)) {
      empty.add("test");
    }
    return empty.isEmpty()
        ? Optional.empty()
        : Optional.of(whyFew() + "; no rows to " + String.join(" or ", empty));
  }

  /** Whether a part was asked for; a column could name each of them. */
  private boolean asks(Predicate<Split.Fractions> part) {
    return split.fold(
        new Split.Cases<>() {
          @Override
          public Boolean random(Split.Random random) {
            return part.test(random.fractions());
          }

          @Override
          public Boolean scaffold(Split.Scaffold scaffold) {
            return part.test(scaffold.fractions());
          }

          @Override
          public Boolean column(Split.Column column) {
            return true;
          }

          @Override
          public Boolean whole(Split.Whole whole) {
            return false;
          }
        });
  }

  /** The split, and why it leaves few rows to hold out. */
  String whyFew() {
    Split.Cases<String> causes =
        new Split.Cases<>() {
          @Override
          public String random(Split.Random random) {
            return rows(", rounded");
          }

          @Override
          public String scaffold(Split.Scaffold scaffold) {
            return oneScaffold();
          }

          @Override
          public String column(Split.Column column) {
            return rows(", as the column says");
          }

          @Override
          public String whole(Split.Whole whole) {
            return rows(" train");
          }
        };
    return split + split.fold(causes);
  }

  private String rows(String how) {
    return String.format(
        Locale.ROOT, ": %,d %s%s", table.size(), table.size() == 1 ? "row" : "rows", how);
  }

  private String oneScaffold() {
    Map<String, Integer> sizes = new HashMap<>();
    IntStream.range(0, table.size()).forEach(r -> sizes.merge(table.scaffold(r), 1, Integer::sum));
    Map.Entry<String, Integer> largest =
        sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return String.format(
        Locale.ROOT,
        ": %,d of %,d molecules share one scaffold%s",
        largest.getValue(),
        table.size(),
        largest.getKey().isEmpty() ? " (they have no ring)" : "");
  }

  /** Tasks that a part with rows cannot judge: without a label there, or of one class. */
  private Optional<String> unjudged(String part, int[] rows) {
    List<String> tasks = new ArrayList<>();
    for (int t = 0; t < table.tasks().size() && rows.length > 0; t++) {
      why(t, rows).ifPresent(tasks::add);
    }
    return tasks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d %s cannot be judged on the %,d %s rows: %s",
                tasks.size(),
                tasks.size() == 1 ? "task" : "tasks",
                rows.length,
                part,
                shown(tasks)));
  }

  private Optional<String> why(int task, int[] rows) {
    BitSet there = new BitSet();
    IntStream.of(rows).filter(table.measured()[task]::get).forEach(there::set);
    int labels = there.cardinality();
    int positives = Preparation.positives(table.labels()[task], there);
    boolean classes = table.tasks().get(task).type() == TaskType.CLASSIFICATION;
    boolean oneClass = classes && (positives == 0 || positives == labels);
    String name = "\"" + table.tasks().get(task).name() + "\"";
    if (labels == 0) {
      return Optional.of(name + " (no labels)");
    }
    return oneClass
        ? Optional.of(
            String.format(Locale.ROOT, "%s (%,d labels, %,d positive)", name, labels, positives))
        : Optional.empty();
  }

  private static String shown(List<String> tasks) {
    return String.join(", ", tasks.subList(0, Math.min(SHOWN, tasks.size())))
        + (tasks.size() > SHOWN ? ", …" : "");
  }

  /** Molecules whose rows lie in more than one part: what is tested was trained on. */
  private Optional<String> copies() {
    if (!table.molecular()) {
      return Optional.empty();
    }
    Map<String, Integer> seen = new HashMap<>(); // a bit for each part
    add(parts.training(), 1, seen);
    add(parts.validation(), 2, seen);
    add(parts.test(), 4, seen);
    long several = seen.values().stream().filter(in -> Integer.bitCount(in) > 1).count();
    return several == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d %s copies in more than one part of the split; to avoid that, write %s",
                several,
                several == 1 ? "molecule has" : "molecules have",
                Remedy.duplicates(Duplicates.MERGE)));
  }

  private void add(int[] rows, int part, Map<String, Integer> seen) {
    for (int row : rows) {
      seen.merge(
          table.source().orElseThrow().canonical(table.molecule(row)), part, (a, b) -> a | b);
    }
  }
}
