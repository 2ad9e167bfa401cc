package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.averageLinkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskGroups;

/**
 * Table 11 and Figure 3B: whether groups by G learn better than random groups. The random groups
 * have the sizes of those by G, so that only who is with whom differs; the code's are near equal.
 */
final class Table11 implements Artefact {
  private static final int RANDOM = 10;

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

  private static int random(Budget budget) {
    return budget.of(2, RANDOM, RANDOM);
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<Figure.Bar> bars = new ArrayList<>();
    for (int count : counts(work.budget())) {
      TaskGroups groups =
          work.runner().group(JointTraining.affinity(work), averageLinkage().groups(count));
      List<List<List<String>>> partitions = new ArrayList<>(List.of(groups.groups()));
      Random random = new Random(count);
      for (int i = 0; i < random(work.budget()); i++) {
        partitions.add(shuffled(groups.groups(), random));
      }
      work.train(partitions.stream().flatMap(p -> trainings(p, work.budget()).stream()).toList());
      double[] scores = partitions.stream().mapToDouble(p -> score(p, work)).toArray();
      double[] others = Arrays.copyOfRange(scores, 1, scores.length);
      double mean = Arrays.stream(others).average().orElse(Double.NaN);
      String name = count + " groups";
      found.add("AUC by G, " + name, scores[0]);
      found.add("AUC at random, " + name, mean, others.length);
      Finding gain = gain(name, scores[0], others);
      found.add(gain);
      long atLeast = Arrays.stream(others).filter(v -> v >= scores[0]).count();
      found.add("permutation p, " + name, (atLeast + 1.0) / (others.length + 1), others.length);
      found.remark(count + " groups by G: " + groups);
      bars.add(Figures.bar(name, gain.value(), gain.low(), gain.high()));
      Paper.Number printed = Paper.of(id()).get(gain.key());
      if (printed != null) {
        bars.add(Figures.bar(count + ", paper", printed.value(), printed.value(), printed.value()));
      }
    }
    int partitions = random(work.budget());
    found.remark(
        String.format(
            Locale.ROOT,
            "Of %d random partitions no p is below %.3f; p = 0.023, as printed, takes 42 at least.",
            partitions,
            1 / (partitions + 1.0)));
    found.figure(
        "groups",
        Figures.bars(
            "Groups by G against random ones",
            "gain in test area",
            bars.toArray(Figure.Bar[]::new)));
    return found;
  }

  /** The gain over the mean of random partitions, with an interval over them. */
  private static Finding gain(String name, double score, double[] others) {
    double[] gains = Arrays.stream(others).map(v -> score - v).toArray();
    Finding over = Seeds.mean("gain over random, " + name, gains, others.length);
    return new Finding(
        over.key(), over.value(), over.low(), over.high(), others.length + " partitions", 0);
  }

  private static List<Experiment> trainings(List<List<String>> partition, Budget budget) {
    return partition.stream().flatMap(g -> JointTraining.on(g, budget).stream()).toList();
  }

  private static double score(List<List<String>> partition, Work work) {
    double sum = 0;
    int tasks = 0;
    for (List<String> group : partition) {
      List<Result> results = work.run(JointTraining.on(group, work.budget()));
      for (String task : group) {
        sum += JointTraining.auc(task, results);
        tasks++;
      }
    }
    return sum / tasks;
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
