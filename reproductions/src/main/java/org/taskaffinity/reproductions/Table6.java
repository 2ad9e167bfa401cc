package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.wardLinkage;

import java.util.List;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 6: how far groups of Tox21's tasks by G are the known pathways, and what chance reaches.
 */
final class Table6 implements Artefact {
  /** The annotations, from the broadest to the finest; what is not named stands alone. */
  private static final List<List<List<String>>> PATHWAYS =
      List.of(
          List.of(
              List.of(
                  "NR-AR",
                  "NR-AR-LBD",
                  "NR-AhR",
                  "NR-Aromatase",
                  "NR-ER",
                  "NR-ER-LBD",
                  "NR-PPAR-gamma"),
              List.of("SR-ARE", "SR-ATAD5", "SR-HSE", "SR-MMP", "SR-p53")),
          List.of(
              List.of("NR-AR", "NR-AR-LBD", "NR-ER", "NR-ER-LBD"),
              List.of("NR-AhR", "NR-Aromatase", "NR-PPAR-gamma"),
              List.of("SR-ARE", "SR-HSE"),
              List.of("SR-ATAD5", "SR-p53"),
              List.of("SR-MMP")),
          List.of(
              List.of("NR-AR", "NR-AR-LBD"),
              List.of("NR-ER", "NR-ER-LBD"),
              List.of("SR-ATAD5", "SR-p53"),
              List.of("NR-AhR"),
              List.of("NR-Aromatase"),
              List.of("NR-PPAR-gamma"),
              List.of("SR-ARE"),
              List.of("SR-HSE"),
              List.of("SR-MMP")));

  @Override
  public String id() {
    return "table-6";
  }

  @Override
  public String caption() {
    return "Table 6: pathways recovered by groups of Tox21's tasks";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return Subject.TOX21.in(lane, budget);
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<Result> results = work.run(trainings(lane, work.budget()));
    // The text says average linkage and the code takes Ward's.
    Grouping grouping = lane == Lane.CODED ? wardLinkage() : averageLinkage();
    List<TaskMatrix> each =
        results.stream()
            .map(
                r -> lane == Lane.CODED ? work.affinity(r, 1, Table1.PRINTED_EPOCHS) : r.affinity())
            .toList();
    for (List<List<String>> pathways : PATHWAYS) {
      TaskGroups known = known(grouping, pathways, each.get(0).tasks());
      int k = pathways.size();
      List<Agreement> agreements =
          each.stream()
              .map(g -> work.runner().group(g, grouping.groups(k)))
              .map(groups -> work.runner().compare(groups, known))
              .toList();
      found.index("ARI " + k, agreements.stream().mapToDouble(Agreement::ari).toArray(), 12);
      found.index("NMI " + k, agreements.stream().mapToDouble(Agreement::nmi).toArray(), 12);
      Agreement.Chance chance = agreements.get(0).chance();
      found.add("ARI " + k + " by chance, 95 %", chance.ari95(), chance.draws());
      found.add("NMI " + k + " by chance, mean", chance.nmiMean(), chance.draws());
      found.add("NMI " + k + " by chance, 95 %", chance.nmi95(), chance.draws());
      double[] above = agreements.stream().mapToDouble(a -> a.ari() - a.chance().ari95()).toArray();
      found.add("ARI " + k + " above chance", above, 12);
      found.remark(
          k + " groups, first seed: " + work.runner().group(each.get(0), grouping.groups(k)));
    }
    TaskMatrix g = Matrices.mean(each);
    found.add("rank of NR-AR with NR-AR-LBD", rank(g, "NR-AR", "NR-AR-LBD"), 66);
    found.add("rank of NR-ER with NR-ER-LBD", rank(g, "NR-ER", "NR-ER-LBD"), 66);
    return found;
  }

  private static TaskGroups known(Grouping as, List<List<String>> groups, List<String> tasks) {
    return new TaskGroups(
        as.groups(groups.size()), groups, List.of(), tasks, List.of(), Double.NaN, 0);
  }

  private static double rank(TaskMatrix g, String one, String other) {
    double value = g.at(one, other);
    return 1 + java.util.Arrays.stream(g.pairs()).filter(v -> v > value).count();
  }
}
