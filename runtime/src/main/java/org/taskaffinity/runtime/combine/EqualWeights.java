package org.taskaffinity.runtime.combine;

/**
 * Every task counts the same: the sum of the losses, or their mean over all K tasks, those without
 * a label in the mini-batch included.
 */
final class EqualWeights implements Combiner {
  private final boolean mean;

  EqualWeights(boolean mean) {
    this.mean = mean;
  }

  @Override
  public double share(int tasks) {
    return mean ? 1.0 / tasks : 1;
  }
}
