package org.taskaffinity.runtime.combine;

import java.util.Optional;
import org.taskaffinity.dsl.Combination;

/** Makes combiners; found by the service loader. The built-in ones come this way, too. */
public interface CombinerProvider {

  /**
   * A combiner for one training.
   *
   * @param tasks K
   * @return empty for a combination that this provider does not know
   */
  Optional<Combiner> combiner(Combination combination, int tasks);
}
