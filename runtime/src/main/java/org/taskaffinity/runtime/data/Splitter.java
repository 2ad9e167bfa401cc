package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/** SplitRows a table's rows as a split asks. */
public final class Splitter {
  private static final Map<String, Integer> PARTS =
      Map.of("train", 0, "training", 0, "valid", 1, "validation", 1, "val", 1, "test", 2);

  private Splitter() {}

  /**
   * SplitRows the rows; every row lies in one part.
   *
   * @param seeds the experiment's; a split with a seed of its own uses that
   * @throws PlanException if a scaffold is asked for and there are no molecules, a column says what
   *     is not known, or nothing is left to train on
   */
  public static SplitRows part(Table table, Split split, Seeds seeds) {
    SplitRows parts =
        split.fold(
            new Split.Cases<>() {
              @Override
              public SplitRows random(Split.Random random) {
                Stream stream = stream(random.fractions(), seeds);
                return cut(stream.permutation(table.size()), random.fractions());
              }

              @Override
              public SplitRows scaffold(Split.Scaffold scaffold) {
                requireMolecules(table, scaffold);
                Stream stream = stream(scaffold.fractions(), seeds);
                return scaffolds(table.size(), table::scaffold, scaffold.fractions(), stream);
              }

              @Override
              public SplitRows column(Split.Column column) {
                return byColumn(table, column);
              }

              @Override
              public SplitRows whole(Split.Whole whole) {
                return new SplitRows(all(table.size()), new int[0], new int[0]);
              }
            });
    if (parts.training().length == 0) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "%s leaves none of the %,d rows of \"%s\" to train on.\n  write a larger fraction for"
                  + " training, or %s",
              Remedy.split(split).asked(),
              table.size(),
              table.name(),
              Remedy.split(Mtl.noSplit())));
    }
    return parts;
  }

  private static Stream stream(Split.Fractions fractions, Seeds seeds) {
    return (fractions.seed() == null ? seeds : new Seeds(fractions.seed())).stream("split");
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  /** Cuts an order of rows at the rounded fractions. */
  static SplitRows cut(int[] order, Split.Fractions fractions) {
    int first = (int) Math.round(fractions.training() * order.length);
    double held = fractions.training() + fractions.validation();
    int second = fractions.test() == 0 ? order.length : (int) Math.round(held * order.length);
    return new SplitRows(
        sorted(Arrays.copyOfRange(order, 0, first)),
        sorted(Arrays.copyOfRange(order, first, second)),
        sorted(Arrays.copyOfRange(order, second, order.length)));
  }

  /**
   * Greedy, after MoleculeNet (Wu et al. 2018): groups by size, the largest first; they fill
   * training until it has its fraction, then validation, and the rest is test. The group that
   * reaches a fraction goes in whole. Groups of one size come in an order drawn at random, which is
   * all that a seed can change.
   *
   * <p>Molecules without a ring have the empty scaffold in common and are one group, as in
   * MoleculeNet, so that "no scaffold on two sides" holds for them too.
   */
  static SplitRows scaffolds(
      int rows, IntFunction<String> scaffold, Split.Fractions fractions, Stream random) {
    List<int[]> parts = List.of(new int[rows], new int[rows], new int[rows]);
    int[] sizes = new int[3];
    double[] wanted = {
      fractions.training() * rows,
      fractions.validation() * rows,
      fractions.test() == 0 ? 0 : Double.POSITIVE_INFINITY
    };
    for (int[] group : bySize(groups(rows, scaffold), random)) {
      int part = firstBelow(sizes, wanted);
      System.arraycopy(group, 0, parts.get(part), sizes[part], group.length);
      sizes[part] += group.length;
    }
    return new SplitRows(
        sorted(Arrays.copyOf(parts.get(0), sizes[0])),
        sorted(Arrays.copyOf(parts.get(1), sizes[1])),
        sorted(Arrays.copyOf(parts.get(2), sizes[2])));
  }

  /** The first part without its share; the margin forgives the rounding of a fraction. */
  private static int firstBelow(int[] sizes, double[] wanted) {
    return IntStream.range(0, 3).filter(p -> sizes[p] < wanted[p] - 1e-6).findFirst().orElse(0);
  }

  /** Rows by scaffold, in order of first appearance. */
  static List<int[]> groups(int rows, IntFunction<String> scaffold) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      groups.computeIfAbsent(scaffold.apply(row), s -> new ArrayList<>()).add(row);
    }
    return groups.values().stream()
        .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** Larger groups first, groups of one size in random order. */
  static List<int[]> bySize(List<int[]> groups, Stream random) {
    List<int[]> order = new ArrayList<>();
    for (int g : random.permutation(groups.size())) {
      order.add(groups.get(g));
    }
    order.sort((a, b) -> Integer.compare(b.length, a.length)); // stable: equal sizes stay shuffled
    return order;
  }

  private static SplitRows byColumn(Table table, Split.Column column) {
    List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int row = 0; row < table.size(); row++) {
      String said = table.splitValues().get(row);
      Integer part = PARTS.get(said.toLowerCase(Locale.ROOT));
      if (part == null) {
        throw new PlanException(
            String.format(
                Locale.ROOT,
                "%s: %s of \"%s\" says \"%s\".\n  known: train, valid or validation, test",
                Remedy.split(column).asked(),
                table.place(row),
                table.name(),
                said));
      }
      parts.get(part).add(row);
    }
    return new SplitRows(ints(parts.get(0)), ints(parts.get(1)), ints(parts.get(2)));
  }

  private static void requireMolecules(Table table, Split split) {
    if (!table.molecular()) {
      throw new PlanException(
          Remedy.split(split).asked()
              + " needs molecules, and the rows of \""
              + table.name()
              + "\" are feature columns.\n  write "
              + Remedy.split(Mtl.randomSplit(0.8, 0.1, 0.1)));
    }
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] sorted(int[] values) {
    Arrays.sort(values);
    return values;
  }
}
