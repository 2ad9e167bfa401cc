package org.taskaffinity.dsl;

/**
 * The seed from which every stream of random numbers of an experiment is named.
 *
 * @param value any 64-bit number
 */
public record Seed(long value) implements Part {
  @Override
  public Experiment in(Experiment experiment) {
    return experiment.seed(value);
  }

  @Override
  public String toString() {
    return "seed(" + Say.number(value) + ")";
  }
}
