package org.taskaffinity.reproductions;

import java.util.List;
import org.taskaffinity.dsl.Experiment;

/**
 * Table 3: the network really trained in each lane, read off the experiment on Tox21. The paper's
 * rows first, then what it leaves unsaid.
 */
final class Table3 implements Artefact {
  @Override
  public String id() {
    return "table-3";
  }

  @Override
  public String caption() {
    return "Table 3: the network, as it was really configured, on Tox21";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  @Override
  public String leftOut() {
    return "Encoders besides GCN are those of Table 9. The code has six networks for one named"
        + " (entry D27 of the ledger); that of its Tox21 script is shown.";
  }

  /** Nothing is trained to say what would be. */
  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return List.of();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Experiment experiment = Subject.TOX21.in(lane, work.budget()).get(0);
    Findings found = new Findings();
    Configuration.network(experiment, work.runner().plan(experiment), found);
    return found;
  }
}
