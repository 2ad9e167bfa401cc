package org.taskaffinity.runtime.sweep;

import java.util.Optional;

/**
 * One experiment of a sweep, as it can be handed to anybody: to a thread, another process, another
 * machine that sees the same store. Working on it twice makes the same run twice, and the second is
 * not begun.
 *
 * @param id the run's name: description, data and numerics hashed
 * @param description the printed experiment
 * @param passedOver the mark of a stored run that does not count, since all are to be made anew;
 *     the empty mark where none is stored; nothing where a stored run will do
 */
public record Cell(String id, String description, Optional<String> passedOver) {

  /** Whether a finished run with this mark is the cell's result. */
  public boolean isResult(Optional<String> mark) {
    return mark.isPresent() && !mark.equals(passedOver);
  }
}
