package org.taskaffinity.reproductions;

import java.util.List;

/** What is said of a claim. */
enum Verdict {
  HOLDS("holds"),
  IN_PART("holds in part"),
  FAILS("does not hold"),
  /** Some of its numbers are missing. */
  OPEN("not all tested"),
  UNTESTED("cannot be tested");

  private final String said;

  Verdict(String said) {
    this.said = said;
  }

  String said() {
    return said;
  }

  /**
   * All rules met: it holds; some met, or met without certainty: in part; none: it does not hold.
   * No number to judge by: it cannot be tested; only some: it stays open.
   */
  static Verdict of(List<Rule.Outcome> outcomes) {
    List<Rule.Outcome> known = outcomes.stream().filter(o -> o != Rule.Outcome.UNKNOWN).toList();
    if (known.isEmpty()) {
      return UNTESTED;
    }
    if (known.size() < outcomes.size()) {
      return OPEN;
    }
    if (known.stream().allMatch(o -> o == Rule.Outcome.MET)) {
      return HOLDS;
    }
    return known.stream().allMatch(o -> o == Rule.Outcome.FAILED) ? FAILS : IN_PART;
  }
}
