package org.taskaffinity.dsl;

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

  /** The piece of work begun last is done, or was given up. */
  default void end() {}

  /** Something the user should know of. */
  default void say(String line) {}
}
