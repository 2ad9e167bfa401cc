package org.taskaffinity.runtime.train;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a training needs to go on with the same bits.
 *
 * @param updates optimiser updates done
 * @param arrays by name: "parameter/…", "statistic/…" and what the optimiser remembers, as "m/…",
 *     "v/…" or "momentum/…", and what the combination of gradients does, as "combination/…"; each
 *     row-major
 */
public record State(long updates, Map<String, float[]> arrays) {
  public State {
    arrays = Collections.unmodifiableMap(new TreeMap<>(arrays));
  }

  /**
   * Refuses a state of another architecture.
   *
   * @param own a state of the one it shall be taken into
   * @throws IllegalArgumentException if an array is missing or of another size
   */
  public void requireFits(State own) {
    own.arrays.forEach(
        (name, array) -> {
          float[] saved = arrays.get(name);
          if (saved == null || saved.length != array.length) {
            throw new IllegalArgumentException(
                "The state has %s numbers for \"%s\", this network %d: it was saved from another architecture."
                    .formatted(saved == null ? "no" : saved.length, name, array.length));
          }
        });
  }
}
