package org.taskaffinity.dsl;

/**
 * Ends training when a validation metric, averaged over tasks, has not improved for a while; the
 * test split is then judged with the weights of the best epoch.
 *
 * @param metric what is watched, in the direction the metric itself knows
 * @param patience epochs without improvement after which training ends, at least 1
 */
public record Stopping(Metric metric, int patience) {
  public Stopping {
    Check.atLeast(1, "patience", patience, "Write after how many epochs to stop");
  }

  @Override
  public String toString() {
    return Say.constant(metric) + ", " + patience;
  }
}
