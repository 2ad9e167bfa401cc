package org.taskaffinity.dsl;

/**
 * A control: the same training on labels that say nothing about the molecules.
 *
 * <p>What an affinity shows under a control does not come from a relation between structure and
 * labels. The difference between the real labels and the control does.
 */
public sealed interface Control extends Part {

  /** The labels as they are. */
  record None() implements Control {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.none(this);
    }

    @Override
    public String toString() {
      return "noControl()";
    }
  }

  /**
   * Label rows are permuted among the training molecules that have a label, together with their
   * missing entries. Every count of labels and of shared labels, and the label correlation E, stay
   * as they are; the relation between molecules and labels is gone.
   */
  record ShuffledRows() implements Control {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.shuffledRows(this);
    }

    @Override
    public String toString() {
      return "shuffledRows()";
    }
  }

  /**
   * The labels of each task are permuted over the molecules that have one, each task by itself and
   * each part of the split by itself. Every count of labels, of positives and of shared labels
   * stays as it is; the label correlation E and the relation between molecules and labels are gone.
   */
  record ShuffledLabels() implements Control {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.shuffledLabels(this);
    }

    @Override
    public String toString() {
      return "shuffledLabels()";
    }
  }

  /** One answer per kind of control. */
  <R> R fold(Cases<R> cases);

  @Override
  default Experiment in(Experiment experiment) {
    return experiment.control(this);
  }

  /**
   * One answer per kind of control.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R none(None control);

    R shuffledRows(ShuffledRows control);

    R shuffledLabels(ShuffledLabels control);
  }
}
