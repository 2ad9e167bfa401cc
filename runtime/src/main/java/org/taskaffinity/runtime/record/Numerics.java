package org.taskaffinity.runtime.record;

/** The version of everything that decides a result's numbers. */
public final class Numerics {
  /**
   * Raised by hand with every change that alters numbers: initial weights, streams, masks, batches,
   * losses, updates, captures, E, intervals, or what is read from a data file. Stored results of an
   * older version are then made anew; work survives all other changes.
   */
  public static final int VERSION = 2;

  private Numerics() {}
}
