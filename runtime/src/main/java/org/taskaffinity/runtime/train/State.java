package org.taskaffinity.runtime.train;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a training needs to go on with the same bits.
 *
 * @param updates optimiser updates done
 * @param arrays by name: "parameter/…", "statistic/…", "m/…" and "v/…", each row-major
 */
public record State(long updates, Map<String, float[]> arrays) {
  public State {
    arrays = Collections.unmodifiableMap(new TreeMap<>(arrays));
  }
}
