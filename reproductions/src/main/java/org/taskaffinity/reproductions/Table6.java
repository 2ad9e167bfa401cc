package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.wardLinkage;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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
    List<TaskMatrix> labels = Table1.labels(Subject.TOX21, lane, results, work);
    for (List<List<String>> pathways : PATHWAYS) {
      groups(grouping.groups(pathways.size()), pathways, each, labels, work, found);
    }
    rank("NR-AR", "NR-AR-LBD", each, labels, found);
    rank("NR-ER", "NR-ER-LBD", each, labels, found);
    return found;
  }

  /** Groups by G of each seed and by the mean G, and by E alone, which needs no training. */
  private static void groups(
      Grouping grouping,
      List<List<String>> pathways,
      List<TaskMatrix> each,
      List<TaskMatrix> labels,
      Work work,
      Findings found) {
    int k = pathways.size();
    TaskGroups known = known(grouping, pathways, each.get(0).tasks());
    Function<TaskMatrix, Agreement> agreement =
        matrix -> work.runner().compare(work.runner().group(matrix, grouping), known);
    List<Agreement> byG = each.stream().map(agreement).toList();
    List<Agreement> byE = labels.stream().map(agreement).toList();
    found.index("ARI " + k, each(byG, Agreement::ari), 12);
    found.index("NMI " + k, each(byG, Agreement::nmi), 12);
    found.index("AMI " + k, each(byG, Agreement::ami), 12);
    TaskMatrix mean = Matrices.mean(each);
    Agreement ofMean = agreement.apply(mean);
    found.exact("ARI " + k + ", mean matrix", ofMean.ari(), 12);
    found.add("ARI " + k + ", mean matrix, p", ofMean.chance().ariP(), ofMean.chance().draws());
    found.exact("NMI " + k + " by chance, mean matrix's groups", ofMean.chance().nmiMean(), 12);
    found.index("ARI " + k + " by E alone", each(byE, Agreement::ari), 12);
    found.index("NMI " + k + " by E alone", each(byE, Agreement::nmi), 12);
    found.add(
        "ARI " + k + " by G minus by E",
        Seeds.each(byG.size(), s -> byG.get(s).ari() - byE.get(s).ari()),
        12);
    found.remark(k + " groups by the mean G: " + work.runner().group(mean, grouping));
  }

  private static double[] each(List<Agreement> agreements, ToDoubleFunction<Agreement> of) {
    return agreements.stream().mapToDouble(of).toArray();
  }

  /** The place of a pair among all 66, by G and by E. */
  private static void rank(
      String one, String other, List<TaskMatrix> g, List<TaskMatrix> e, Findings found) {
    String key = "rank of " + one + " with " + other;
    found.add(key, Seeds.each(g, matrix -> Matrices.rank(matrix, one, other)), 66);
    found.add(key + " by E", Seeds.each(e, matrix -> Matrices.rank(matrix, one, other)), 66);
  }

  private static TaskGroups known(Grouping as, List<List<String>> groups, List<String> tasks) {
    return new TaskGroups(
        as.groups(groups.size()), groups, List.of(), tasks, List.of(), Double.NaN, 0);
  }
}
