package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Control;
import org.taskaffinity.runtime.random.Seeds;

/** Shuffles labels over molecules, as a control asks. */
public final class Shuffling {

  /**
   * A table and the labels that training sees.
   *
   * @param table with the labels of the control
   * @param kept K sets of training rows
   */
  public record Labelled(Table table, BitSet[] kept) {}

  private final Table table;
  private final BitSet[] kept;
  private final SplitRows parts;
  private final Seeds seeds;

  private Shuffling(Table table, BitSet[] kept, SplitRows parts, Seeds seeds) {
    this.table = table;
    this.kept = kept;
    this.parts = parts;
    this.seeds = seeds;
  }

  /**
   * Applies a control after labels were withheld. The tables given are not changed.
   *
   * @param kept K sets of training rows whose label may be seen
   * @param seeds the experiment's: rows are drawn from {@code control/rows}, the labels of a task
   *     from {@code control/labels/<task>}
   */
  public static Labelled apply(
      Control control, Table table, BitSet[] kept, SplitRows parts, Seeds seeds) {
    Shuffling shuffling = new Shuffling(table, kept, parts, seeds);
    return control.fold(
        new Control.Cases<>() {
          @Override
          public Labelled none(Control.None none) {
            return new Labelled(table, kept);
          }

          @Override
          public Labelled shuffledRows(Control.ShuffledRows rows) {
            return shuffling.rows();
          }

          @Override
          public Labelled shuffledLabels(Control.ShuffledLabels labels) {
            return shuffling.labels();
          }
        });
  }

  /** Every label of a row moves with it: those that are withheld and those that are missing. */
  private Labelled rows() {
    int[] labelled =
        Arrays.stream(parts.training())
            .filter(row -> Arrays.stream(kept).anyMatch(task -> task.get(row)))
            .toArray();
    int[] from = IntStream.range(0, table.size()).toArray();
    move(from, labelled, seeds.stream("control/rows").permutation(labelled.length));
    double[][] labels =
        Arrays.stream(table.labels())
            .map(task -> IntStream.of(from).mapToDouble(row -> task[row]).toArray())
            .toArray(double[][]::new);
    return new Labelled(table.labels(labels), moved(kept, from));
  }

  private Labelled labels() {
    double[][] labels = new double[kept.length][];
    for (int t = 0; t < kept.length; t++) {
      labels[t] = labels(t);
    }
    return new Labelled(table.labels(labels), kept);
  }

  /**
   * Labels that are kept, that are withheld, and those of each other part move among themselves.
   */
  private double[] labels(int task) {
    BitSet measured = table.measured()[task];
    BitSet seen = kept[task];
    var random = seeds.stream("control/labels/" + table.tasks().get(task).name());
    int[] from = IntStream.range(0, table.size()).toArray();
    List<IntStream> groups =
        List.of(
            IntStream.of(parts.training()).filter(seen::get),
            IntStream.of(parts.training()).filter(row -> !seen.get(row)),
            IntStream.of(parts.validation()),
            IntStream.of(parts.test()));
    for (IntStream group : groups) {
      int[] rows = group.filter(measured::get).toArray();
      move(from, rows, random.permutation(rows.length));
    }
    double[] labels = table.labels()[task];
    return IntStream.of(from).mapToDouble(row -> labels[row]).toArray();
  }

  private static void move(int[] from, int[] rows, int[] order) {
    for (int i = 0; i < rows.length; i++) {
      from[rows[i]] = rows[order[i]];
    }
  }

  private static BitSet[] moved(BitSet[] sets, int[] from) {
    return Stream.of(sets)
        .map(
            set -> {
              BitSet moved = new BitSet(set.size());
              IntStream.range(0, from.length).filter(r -> set.get(from[r])).forEach(moved::set);
              return moved;
            })
        .toArray(BitSet[]::new);
  }
}
