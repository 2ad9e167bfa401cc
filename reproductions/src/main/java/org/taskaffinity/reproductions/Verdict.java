package org.taskaffinity.reproductions;

import java.util.List;

/** What is said of a claim. */
enum Verdict {
  HOLDS("holds"),
  IN_PART("holds in part"),
  FAILS("does not hold"),
  /** No number meets a rule for certain, and none fails one that could be met. */
  UNSURE("cannot be told: too uncertain"),
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
   * All rules met: it holds; some: in part; none: it does not hold, unless an interval leaves that
   * open. No number to judge by: it cannot be tested; only some: it stays open.
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
    if (known.contains(Rule.Outcome.MET)) {
      return IN_PART;
    }
    return known.contains(Rule.Outcome.FAILED) ? FAILS : UNSURE;
  }
}
