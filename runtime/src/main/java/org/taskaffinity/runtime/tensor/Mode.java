package org.taskaffinity.runtime.tensor;

/** Which statistics and masks a forward pass uses. */
public enum Mode {
  /** Batch statistics, masks; running statistics move by a tenth. */
  TRAIN(0.1),
  /** Batch statistics, masks; running statistics stay: a look that leaves no trace. */
  LOOK(0),
  /** Running statistics, no masks. */
  EVALUATE(0);

  private final double momentum;

  Mode(double momentum) {
    this.momentum = momentum;
  }

  public boolean training() {
    return this != EVALUATE;
  }

  double momentum() {
    return momentum;
  }
}
