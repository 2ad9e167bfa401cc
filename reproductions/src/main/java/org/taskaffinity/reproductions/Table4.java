package org.taskaffinity.reproductions;

import java.util.List;
import org.taskaffinity.dsl.Experiment;

/**
 * Table 4: the training really made in each lane, read off the experiment on Tox21. The paper's
 * rows first, then what it leaves unsaid.
 */
final class Table4 implements Artefact {
  @Override
  public String id() {
    return "table-4";
  }

  @Override
  public String caption() {
    return "Table 4: the training, as it was really configured, on Tox21";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  @Override
  public String leftOut() {
    return "Tables 7 to 13 change what their captions and classes say. As coded, early stopping is"
        + " left out, for what is read there lies before any stop.";
  }

  /** Nothing is trained to say what would be. */
  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return List.of();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    Experiment training = Subject.TOX21.in(lane, work.budget()).get(0);
    Configuration.training(training, found);
    Configuration.labels(
        training,
        lane == Lane.CODED ? Subject.TOX21.codedLabels(training, work.budget()) : training,
        found);
    found.add("seeds", Configuration.seeds(Subject.TOX21, lane, work.budget()));
    found.say("epochs by data set", Configuration.epochs(Subject.all(), lane, work.budget()));
    return found;
  }
}
