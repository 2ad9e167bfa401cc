package org.taskaffinity.runtime.combine;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.PlanException;

/** Finds who makes a combination. */
public final class Combiners {
  private Combiners() {}

  /**
   * A combiner for one training.
   *
   * @param tasks K
   * @throws PlanException if no provider on the class path knows the combination
   */
  public static Combiner of(Combination combination, int tasks) {
    return ServiceLoader.load(CombinerProvider.class, Combiners.class.getClassLoader()).stream()
        .map(Provider::get)
        .map(provider -> provider.combiner(combination, tasks))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new PlanException(
                    "Nothing here knows how to combine("
                        + combination
                        + ").\n  write: combine(sum())"));
  }
}
