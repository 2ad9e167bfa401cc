package org.taskaffinity.dsl;

/**
 * The cosine of two tasks' Fisher information, in [0, 1]; {@link Task2Vec} gives the equations. NaN
 * for a task without a probe.
 *
 * @param fisher which Fisher information
 */
public record Task2VecMeasure(Fisher fisher) implements Measure {

  public Task2VecMeasure fisher(Fisher compared) {
    return new Task2VecMeasure(compared);
  }

  @Override
  public String name() {
    return switch (fisher) {
      case DIAGONAL -> "Task2Vec, diagonal Fisher";
      case FULL -> "Task2Vec, full Fisher";
      case PROBES -> "Task2Vec, Fisher of the probes";
    };
  }

  @Override
  public boolean directed() {
    return false;
  }

  @Override
  public Needs needs() {
    return Needs.NETWORK;
  }

  @Override
  public <R> R fold(Cases<R> cases) {
    return cases.task2vec(this);
  }

  @Override
  public String toString() {
    return "task2vec()"
        + (fisher == Fisher.DIAGONAL ? "" : ".fisher(" + Say.constant(fisher) + ")");
  }
}
