package org.taskaffinity.dsl;

import java.time.Duration;

/** Is told how far a long piece of work has come; called from the thread that works. */
public interface Progress {

  /** Hears nothing. */
  Progress NONE = new Progress() {};

  /**
   * A piece of work begins; pieces may nest.
   *
   * @param what in a few words
   * @param total how many units it has; 0 if nobody knows
   * @param unit what is counted: steps, bytes, molecules
   */
  default void begin(String what, long total, String unit) {}

  /**
   * So many units are done.
   *
   * @param done of the total
   * @param note a few words on where it stands, or empty
   */
  default void advance(long done, String note) {}

  /**
   * So many units are done and others are under way, as the trainings of a sweep: how much that is
   * of the whole, and how long the rest will take, the units alone do not say.
   *
   * @param share of the work that is done, in [0, 1], begun units with their part
   * @param left what the rest will take; negative while nobody knows
   */
  default void advance(long done, String note, double share, Duration left) {
    advance(done, note);
  }

  /** The piece of work begun last is done, or was given up. */
  default void end() {}

  /** Something the user should know of. */
  default void say(String line) {}
}
