package org.taskaffinity.scripts.shell;

import java.util.List;

/**
 * What may be written at a place.
 *
 * @param from where in the text the replaced characters begin
 * @param candidates the likeliest first
 */
public record Completed(int from, List<Candidate> candidates) {
  public Completed {
    candidates = List.copyOf(candidates);
  }
}
