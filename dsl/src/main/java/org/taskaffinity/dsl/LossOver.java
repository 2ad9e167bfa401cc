package org.taskaffinity.dsl;

/** How the tasks' losses make the loss of a step. */
public enum LossOver {
  /** L = Σ_t L_t. */
  SUM,
  /** L = (1/K) Σ_t L_t. */
  MEAN
}
