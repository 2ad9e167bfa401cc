package org.taskaffinity.runtime.plan;

import java.util.BitSet;
import org.taskaffinity.runtime.data.Standardisation;
import org.taskaffinity.runtime.train.Labels;

/**
 * Labels that may be looked at, standardised.
 *
 * @param values [K][N]
 * @param known for each of K tasks the rows that may be looked at
 * @param standard of each task
 */
record KnownLabels(double[][] values, BitSet[] known, Standardisation standard) implements Labels {
  @Override
  public boolean present(int row, int task) {
    return known[task].get(row);
  }

  @Override
  public float value(int row, int task) {
    return standard.apply(task, values[task][row]);
  }
}
