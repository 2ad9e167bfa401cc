package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.cnn;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.ecfpMlp;
import static org.taskaffinity.dsl.Mtl.gat;
import static org.taskaffinity.dsl.Mtl.gin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 9: whether encoders find the same affinities on Tox21. Beside each r between two encoders
 * stands that of one encoder with itself under another seed, for no two encoders can agree more.
 */
final class Table9 implements Artefact {
  @Override
  public String id() {
    return "table-9";
  }

  @Override
  public String caption() {
    return "Table 9: affinities by one encoder against those by another, on Tox21";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CODED, Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "The text names kernels of 3, 5 and 7 side by side for the 1D-CNN, as it should be here;"
        + " the code has three of 3 one after another. Otherwise as written and as it should be are the same.";
  }

  private static Map<String, Encoder> encoders(Lane lane) {
    Map<String, Encoder> all = new LinkedHashMap<>();
    all.put("gcn", Protocol.modelA());
    all.put("gat", gat(256, 256, 256));
    all.put("cnn", lane == Lane.CODED ? cnn(128, 256, 256).kernels(3) : cnn(128).kernels(3, 5, 7));
    all.put("ecfp", ecfpMlp(512, 256).projection(256));
    if (lane == Lane.CAREFUL) {
      all.put("gin", gin(256, 256, 256));
    }
    return all;
  }

  private static List<Experiment> trainings(Lane lane, Budget budget, Encoder encoder) {
    int epochs = budget.of(2, 20, 50);
    Experiment base =
        lane == Lane.CODED
            ? Protocol.coded(budget.of(dataset("tox21").minimumLabels(10), 300), epochs, 11)
            : Protocol.careful(budget.of(dataset("tox21"), 300), epochs);
    return Protocol.under(
        budget.looking(base.name("tox21 encoders, " + lane.said()).encoder(encoder)),
        budget.seeds(1, 3, 3));
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return encoders(lane).values().stream()
        .flatMap(e -> trainings(lane, budget, e).stream())
        .toList();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    Map<String, List<Result>> results = new LinkedHashMap<>();
    encoders(lane)
        .forEach((name, e) -> results.put(name, work.run(trainings(lane, work.budget(), e))));
    List<String> names = new ArrayList<>(results.keySet());
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        List<Result> one = results.get(names.get(a));
        List<Result> other = results.get(names.get(b));
        found.relation(
            names.get(a) + " and " + names.get(b), "", affinities(one), affinities(other), work);
      }
    }
    for (String name : names) {
      List<Result> each = results.get(name);
      found.relation(
          name + " r with E",
          "",
          affinities(each),
          each.stream().map(Result::labelCorrelation).toList(),
          work);
      itself(name, each, found);
      TaskMatrix mean = Matrices.affinity(each);
      found.matrix(name + "-affinity", mean);
      found.figure(
          name + "-affinity",
          Figures.heatMap("Task affinity G by " + name, mean).order(each.get(0).groups().order()));
    }
    return found;
  }

  private static List<TaskMatrix> affinities(List<Result> results) {
    return results.stream().map(Result::affinity).toList();
  }

  /**
   * The mean r of every two seeds of one encoder. The interval is over tasks, which r is computed
   * from; each seed occurs in several pairs of seeds, and three are too few for one over seeds.
   */
  private static void itself(String name, List<Result> each, Findings found) {
    int pairs = each.size() * (each.size() - 1) / 2;
    if (pairs > 0) {
      List<TaskMatrix> all = affinities(each);
      found.add(
          Jackknife.overTasks(
              name + " and itself, mean of " + pairs + " pairs of seeds",
              Scale.FISHER_Z,
              all.get(0).tasks(),
              all.get(0).pairs().length,
              tasks ->
                  Reliability.betweenSeeds(
                      all.stream().map(m -> m.select(tasks).pairs()).toList())));
    }
  }
}
