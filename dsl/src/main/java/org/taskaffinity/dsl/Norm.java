package org.taskaffinity.dsl;

/** What stands between a layer's product and its ReLU. */
public enum Norm {
  /**
   * Batch normalisation (Ioffe and Szegedy 2015), ε = 1e-5, momentum 0.1. It couples the rows of a
   * batch, so a task's gradient then depends on molecules that carry no label for it.
   */
  BATCH,
  /** Layer normalisation (Ba, Kiros and Hinton 2016), ε = 1e-5: each row by itself. */
  LAYER,
  /** Nothing. */
  NONE
}
