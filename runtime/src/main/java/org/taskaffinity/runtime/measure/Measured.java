package org.taskaffinity.runtime.measure;

import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * What a measure gives of one run.
 *
 * @param values NaN where undefined; row i and column j from i to j
 * @param precision over the captures; unknown where nothing tells
 */
record Measured(TaskMatrix values, Precision precision) {

  /** Without anything that tells how precise the values are. */
  static Measured alone(TaskMatrix values) {
    return new Measured(values, Precision.unknown(values.tasks()));
  }
}
