package org.taskaffinity.runtime.combine;

import java.util.Optional;
import org.taskaffinity.dsl.Combination;

/** The combinations of the language: one class each. */
public final class BuiltInCombiners implements CombinerProvider {

  @Override
  public Optional<Combiner> combiner(Combination combination, int tasks) {
    return Optional.of(combination.fold(new Made()));
  }

  private static final class Made implements Combination.Cases<Combiner> {
    @Override
    public Combiner sum(Combination.Sum combination) {
      return new EqualWeights(false);
    }

    @Override
    public Combiner mean(Combination.Mean combination) {
      return new EqualWeights(true);
    }
  }
}
