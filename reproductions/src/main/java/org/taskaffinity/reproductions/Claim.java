package org.taskaffinity.reproductions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A claim of the paper, or an objection raised against it, with the rules it is judged by. The
 * rules stand in {@code rules.csv}, which was written before the runs.
 *
 * @param id as {@code C2}
 * @param text what is claimed
 * @param where in the paper
 * @param aside what is said in place of a verdict where there is no rule; empty where there is one
 * @param rules all of them
 */
record Claim(String id, String text, String where, String aside, List<Rule> rules) {

  /** Every claim, in order. */
  static List<Claim> all() {
    Map<String, List<Rule>> rules =
        Paper.read("rules.csv").stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.getField("claim"),
                    Collectors.mapping(Rule::of, Collectors.toList())));
    return Paper.read("claims.csv").stream()
        .map(
            line ->
                new Claim(
                    line.getField("id"),
                    line.getField("text"),
                    line.getField("where"),
                    line.getField("aside"),
                    rules.getOrDefault(line.getField("id"), List.of())))
        .toList();
  }
}
