package org.taskaffinity.dsl;

/** How the learning rate moves over the epochs of a training. */
public enum Schedule {
  /** It stays. */
  CONSTANT,
  /**
   * Half a cosine from the learning rate to a hundredth of it (Loshchilov and Hutter 2017), by
   * epoch.
   */
  COSINE
}
