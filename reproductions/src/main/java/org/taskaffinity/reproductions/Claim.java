package org.taskaffinity.reproductions;

import java.util.List;

/**
 * A claim of the paper, or an objection raised against it, in parts that can be true or false
 * separately. Rules stand in {@code rules.csv}, parts in {@code parts.csv}.
 *
 * @param id as {@code C2}
 * @param text what is claimed
 * @param where in the paper
 * @param parts its separate assertions, in order
 */
record Claim(String id, String text, String where, List<Part> parts) {

  /**
   * One assertion.
   *
   * @param id as {@code a}
   * @param text what is asserted
   * @param aside why it is not tested here; empty where rules test it
   * @param rules what it is judged by
   */
  record Part(String id, String text, String aside, List<Rule> rules) {}

  /** Every claim, in order. */
  static List<Claim> all() {
    List<Rule> rules = Paper.read("rules.csv").stream().map(Rule::of).toList();
    return Paper.read("claims.csv").stream()
        .map(
            line ->
                new Claim(
                    line.getField("id"),
                    line.getField("text"),
                    line.getField("where"),
                    parts(line.getField("id"), rules)))
        .toList();
  }

  private static List<Part> parts(String claim, List<Rule> rules) {
    return Paper.read("parts.csv").stream()
        .filter(line -> line.getField("claim").equals(claim))
        .map(
            line ->
                new Part(
                    line.getField("part"),
                    line.getField("text"),
                    line.getField("aside"),
                    rules.stream()
                        .filter(r -> r.claim().equals(claim))
                        .filter(r -> r.part().equals(line.getField("part")))
                        .toList()))
        .toList();
  }
}
