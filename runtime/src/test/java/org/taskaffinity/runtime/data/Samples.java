package org.taskaffinity.runtime.data;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.chem.Molecules;

/** Tables and masks for tests. */
final class Samples {
  private Samples() {}

  /** Rows of these molecules with one regression task. */
  static Table molecules(List<String> smiles, List<String> split) {
    return table(smiles, split, Optional.of(Molecules.read(smiles, null, 1)));
  }

  /** Rows without molecules. */
  static Table features(int rows) {
    return table(IntStream.range(0, rows).mapToObj(r -> "").toList(), List.of(), Optional.empty());
  }

  private static Table table(List<String> rows, List<String> split, Optional<Molecules> source) {
    double[][] labels = {IntStream.range(0, rows.size()).asDoubleStream().toArray()};
    return new Table(
        "sample",
        List.of(new Task("A", TaskType.REGRESSION)),
        labels,
        Table.measured(labels),
        source.isPresent() ? rows : List.of(),
        new double[0][],
        List.of(),
        split,
        IntStream.rangeClosed(1, rows.size()).toArray(),
        source,
        Layout.made(rows.size()),
        Map.of(),
        List.of());
  }

  /** A mask of tasks T1, T2, …, whose labels are there where the function says. */
  static LabelMask mask(int rows, int tasks, IntFunction<BitSet> labels) {
    return new LabelMask(
        IntStream.rangeClosed(1, tasks).mapToObj(t -> "T" + t).toList(),
        IntStream.range(0, rows).toArray(),
        IntStream.range(0, tasks).mapToObj(labels).toArray(BitSet[]::new));
  }

  /** Each label there with a chance of its own task's; row t is labelled for task t at least. */
  static LabelMask random(int rows, int tasks, double least, long seed) {
    Random random = new Random(seed);
    return mask(
        rows,
        tasks,
        t -> {
          double chance = least + (1 - least) * random.nextDouble();
          BitSet labels = new BitSet();
          IntStream.range(0, rows).filter(r -> random.nextDouble() < chance).forEach(labels::set);
          labels.set(t % rows);
          return labels;
        });
  }

  static LabelMask full(int rows, int tasks) {
    return mask(
        rows,
        tasks,
        t -> {
          BitSet all = new BitSet();
          all.set(0, rows);
          return all;
        });
  }
}
