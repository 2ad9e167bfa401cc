package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;

/**
 * A data set of the paper's, and how it is trained on in each lane.
 *
 * @param key as the tables' numbers call it
 * @param data as the careful lane takes it
 * @param epochs the paper's
 * @param smoke molecules of a smoke test
 * @param coded what the code does beyond {@link Protocol#coded}; empty where it is not rebuilt
 */
record Subject(
    String key, Dataset data, int epochs, int smoke, Optional<Function<Budget, Experiment>> coded) {

  /**
   * The code keeps molecules with ten labels. One training of 100 epochs gives both the 4 epochs
   * whose G the paper prints and the 52 of the run that the code's authors first published.
   */
  static final Subject TOX21 =
      of(
          "tox21",
          dataset("tox21"),
          100,
          400,
          b -> Protocol.coded(tenLabels(b), b.of(3, 100, 100), 50));

  static final Subject SIDER =
      of(
          "sider",
          dataset("sider"),
          100,
          300,
          b -> Protocol.coded(b.of(dataset("sider"), 300), b.of(3, 100, 100), 20));

  /** The code keeps molecules with five of the 17 labels, and stops at 50 epochs. */
  static final Subject TOXCAST =
      of(
          "toxcast",
          dataset("toxcast17"),
          50,
          400,
          b ->
              Protocol.coded(
                  b.of(dataset("toxcast17").minimumLabels(5), 400), b.of(2, 50, 50), 30));

  static final Subject TOX21_ADME = of("tox21+adme", dataset("tox21-adme"), 30, 400);

  /** 21 kinases by correct targets, compounds measured on two of them or more. */
  static final Subject KINASES = of("kinases", dataset("kinase").minimumLabels(2), 30, 400);

  static final Subject JAK = of("jak", dataset("jak").minimumLabels(2), 30, 400);

  /** 5,000 molecules, as the paper draws them. */
  static final Subject QM9 = of("qm9", dataset("qm9").sample(5000), 20, 300);

  static List<Subject> all() {
    return List.of(TOX21, TOXCAST, SIDER, TOX21_ADME, KINASES, JAK, QM9);
  }

  private static Dataset tenLabels(Budget budget) {
    return budget.of(dataset("tox21").minimumLabels(10), 400);
  }

  static Subject of(
      String key, Dataset data, int epochs, int smoke, Function<Budget, Experiment> coded) {
    return new Subject(key, data, epochs, smoke, Optional.of(coded));
  }

  static Subject of(String key, Dataset data, int epochs, int smoke) {
    return new Subject(key, data, epochs, smoke, Optional.empty());
  }

  /** The code's training of Tox21 with a schedule that ends where the printed matrix does. */
  static List<Experiment> annealed(Budget budget) {
    int epochs = budget.of(2, Table1.PRINTED_EPOCHS, Table1.PRINTED_EPOCHS);
    Experiment coded = Protocol.coded(tenLabels(budget), epochs, 50);
    return Protocol.under(budget.looking(coded), budget.seeds(1, 3, 5));
  }

  /**
   * What the code computes E from: for Tox21 the raw file, though it trains on the molecules with
   * ten labels; elsewhere what it trains on.
   */
  Experiment codedLabels(Experiment training, Budget budget) {
    return key.equals(TOX21.key) ? training.data(budget.of(data, smoke)) : training;
  }

  /** The careful lane's trainings, one a seed; other artefacts read the same ones. */
  List<Experiment> careful(Budget budget) {
    int passes = budget.of(2, Math.min(epochs, 50), epochs);
    return Protocol.under(
        budget.looking(Protocol.careful(budget.of(data, smoke), passes)), budget.seeds(1, 3, 5));
  }

  List<Experiment> written(Budget budget) {
    int passes = budget.of(2, Math.min(epochs, 50), epochs);
    return Protocol.under(
        budget.looking(Protocol.written(budget.of(data, smoke), passes)), budget.seeds(1, 3, 5));
  }

  /** Empty where the code is not rebuilt. */
  List<Experiment> coded(Budget budget) {
    return coded
        .map(made -> Protocol.under(budget.looking(made.apply(budget)), budget.seeds(1, 3, 5)))
        .orElse(List.of());
  }

  List<Experiment> in(Lane lane, Budget budget) {
    return switch (lane) {
      case WRITTEN -> written(budget);
      case CODED -> coded(budget);
      case CAREFUL -> careful(budget);
    };
  }
}
