package org.taskaffinity.scripts.terminal;

/**
 * What there is to draw on.
 *
 * @param width columns
 * @param colours how many colours
 */
public record Look(int width, Colours colours) {

  /** Text alone. */
  public static Look plain(int width) {
    return new Look(width, Colours.NONE);
  }
}
