package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.averageLinkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 11 and Figure 3B: whether groups by G learn better than random groups. The random groups
 * have the sizes of those by G, so that only who is with whom differs; the code's are near equal.
 * Groups by E alone, which need no training, stand next to them.
 */
final class Table11 implements Artefact {
  /** One seed in each fold. */
  private static final int SEEDS = JointTraining.FOLDS;

  @Override
  public String id() {
    return "table-11";
  }

  @Override
  public String caption() {
    return "Table 11, Figure 3B: Tox21's tasks trained in groups by G and in random groups";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "As written is as it should be; as coded cannot be run (entry D7 of the ledger).";
  }

  private static List<Integer> counts(Budget budget) {
    return budget.of(List.of(2), List.of(2, 3, 4), List.of(2, 3, 4));
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return Subject.TOX21.careful(budget);
  }

  @Override
  public String more(Lane lane, Budget budget) {
    int partitions = counts(budget).size() * (1 + random(budget));
    return "trainings in " + partitions + " partitions, which G decides";
  }

  /** 42 are needed for the p of .023 that the text prints, 20 for one below .05. */
  private static int random(Budget budget) {
    return budget.of(2, 42, 42);
  }

  @Override
  public List<Experiment> scored(Lane lane, Work work) {
    Budget budget = work.budget();
    List<List<List<List<String>>>> each =
        counts(budget).stream().map(count -> partitions(count, work)).toList();
    Stream<List<List<String>>> byE =
        counts(budget).stream().map(count -> by(JointTraining.labelCorrelation(work), count, work));
    Stream<List<List<String>>> others =
        IntStream.rangeClosed(0, random(budget))
            .boxed()
            .flatMap(i -> each.stream().map(partitions -> partitions.get(i)));
    return Stream.concat(byE, others)
        .flatMap(partition -> trainings(partition, budget).stream())
        .distinct()
        .toList();
  }

  /** The one by G, then random ones of the same sizes. */
  private static List<List<List<String>>> partitions(int count, Work work) {
    List<List<String>> byG = by(JointTraining.affinity(work), count, work);
    List<List<List<String>>> partitions = new ArrayList<>(List.of(byG));
    Random random = new Random(count);
    for (int i = 0; i < random(work.budget()); i++) {
      partitions.add(shuffled(byG, random));
    }
    return partitions;
  }

  private static List<List<String>> by(TaskMatrix matrix, int count, Work work) {
    return work.runner().group(matrix, averageLinkage().groups(count)).groups();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<Figure.Bar> bars = new ArrayList<>();
    for (int count : counts(work.budget())) {
      bars.addAll(groups(count, work, found));
    }
    found.figure(
        "groups",
        Figures.bars(
            "Groups by G against random ones, with prediction intervals for a random partition",
            "gain in area",
            bars.toArray(Figure.Bar[]::new)));
    return found;
  }

  private static List<Figure.Bar> groups(int count, Work work, Findings found) {
    List<List<List<String>>> partitions = partitions(count, work);
    String name = count + " groups";
    double[] seedsByG = scores(partitions.get(0), work);
    double byG = mean(seedsByG);
    double[] others =
        partitions.stream()
            .skip(1)
            .mapToDouble(p -> mean(scores(p, work)))
            .filter(v -> !Double.isNaN(v))
            .toArray();
    found.remark(name + " by G: " + Arrays.toString(partitions.get(0).toArray()));
    if (Double.isNaN(byG) || others.length < 2) {
      found.remark(name + ": not trained yet.");
      return List.of();
    }
    found.add("AUC by G, " + name, seedsByG, 0);
    found.add(overPartitions("AUC at random, " + name, others));
    List<List<String>> byE = by(JointTraining.labelCorrelation(work), count, work);
    found.add("AUC by E alone, " + name, scores(byE, work), 0);
    Finding gain = gain(name, byG, others);
    found.add(gain);
    long atLeast = Arrays.stream(others).filter(v -> v >= byG).count();
    found.add("permutation p, " + name, (atLeast + 1.0) / (others.length + 1), others.length);
    found.add(beaten(name, others.length - (int) atLeast, others.length));
    List<Figure.Bar> bars = new ArrayList<>();
    bars.add(Figures.bar(name, gain.value(), gain.low(), gain.high()));
    Paper.Number printed = Paper.of("table-11").get(gain.key());
    if (printed != null) {
      bars.add(Figures.bar(count + ", paper", printed.value(), printed.value(), printed.value()));
    }
    return bars;
  }

  /**
   * The gain over random partitions, with a prediction interval for one of them: it tells whether
   * the partition by G differs from a random one. The interval for their mean would take the
   * partition by G as exact, and shrink to nothing with more partitions.
   */
  static Finding gain(String name, double score, double[] others) {
    double[] gains = Arrays.stream(others).map(v -> score - v).toArray();
    double mean = Arrays.stream(gains).average().orElseThrow();
    int n = gains.length;
    double around = Seeds.t(n - 1) * Seeds.deviation(gains) * Math.sqrt(1 + 1.0 / n);
    return Finding.of("gain over random, " + name, mean)
        .and(new Span(Over.ONE_PARTITION, n, mean - around, mean + around));
  }

  /** The mean over random partitions, with an interval for the mean over as many others. */
  private static Finding overPartitions(String key, double[] others) {
    int n = others.length;
    double mean = Arrays.stream(others).average().orElseThrow();
    double around = Seeds.t(n - 1) * Seeds.deviation(others) / Math.sqrt(n);
    return Finding.of(key, mean, n).and(new Span(Over.PARTITIONS, n, mean - around, mean + around));
  }

  /** The share of random partitions that are worse than that by G, with Wilson's interval. */
  static Finding beaten(String name, int worse, int of) {
    ConfidenceInterval wilson =
        BinomialProportion.getWilsonScoreInterval(of, worse / (double) of, 0.95);
    return Finding.of("share of random partitions beaten, " + name, worse / (double) of, of)
        .and(new Span(Over.PARTITIONS, of, wilson.getLowerBound(), wilson.getUpperBound()));
  }

  private static List<Experiment> trainings(List<List<String>> partition, Budget budget) {
    return JointTraining.on(partition, Table10.epochs(budget), SEEDS, budget);
  }

  /**
   * The mean area of all tasks, each in its group, under each seed; NaN where a training is
   * missing.
   */
  private static double[] scores(List<List<String>> partition, Work work) {
    double[] each = new double[SEEDS];
    for (Experiment training : trainings(partition, work.budget())) {
      for (Task task : training.data().chosen()) {
        each[(int) training.seed() - 1] += work.scores().area(training, task.name());
      }
    }
    int tasks = partition.stream().mapToInt(List::size).sum();
    return Arrays.stream(each).map(sum -> sum / tasks).toArray();
  }

  private static double mean(double[] each) {
    return Arrays.stream(each).average().orElseThrow();
  }

  /** Groups of the same sizes, of tasks drawn at random; in the data's order within a group. */
  private static List<List<String>> shuffled(List<List<String>> groups, Random random) {
    List<String> tasks = groups.stream().flatMap(List::stream).sorted().toList();
    int[] order = new int[tasks.size()];
    Arrays.setAll(order, i -> i);
    Correlations.shuffle(order, random);
    List<List<String>> out = new ArrayList<>();
    int at = 0;
    for (List<String> group : groups) {
      int[] drawn = Arrays.copyOfRange(order, at, at + group.size());
      Arrays.sort(drawn);
      out.add(Arrays.stream(drawn).mapToObj(tasks::get).toList());
      at += group.size();
    }
    return out;
  }
}
