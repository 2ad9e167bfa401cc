package org.taskaffinity.runtime.compile;

/** What normalises a layer's outputs before the ReLU. */
public enum Norm {
  /**
   * Over the rows of the batch, channel by channel (Ioffe and Szegedy 2015). Couples the molecules
   * of a batch: a task's gradient then also depends on molecules it has no label for.
   */
  BATCH,
  /** Over the channels of each row (Ba, Kiros and Hinton 2016); rows stay independent. */
  LAYER,
  /** Not at all. */
  NONE
}
