package org.taskaffinity.dsl;

import java.util.List;

/**
 * Tasks put into groups.
 *
 * @param grouping how
 * @param groups the groups, each a list of tasks
 * @param ungrouped tasks left as noise (HDBSCAN* only)
 * @param order all tasks so that groups, and merges within them, lie side by side
 * @param merges of an agglomerative method, from the nearest; empty for others
 * @param silhouette mean silhouette of the groups in [−1, 1], NaN for a single group
 * @param filled undefined affinities that were read as the mean distance
 */
public record TaskGroups(
    Grouping grouping,
    List<List<String>> groups,
    List<String> ungrouped,
    List<String> order,
    List<Merge> merges,
    double silhouette,
    int filled) {
  public TaskGroups {
    groups = groups.stream().map(List::copyOf).toList();
    ungrouped = List.copyOf(ungrouped);
    order = List.copyOf(order);
    merges = List.copyOf(merges);
  }

  /**
   * Least mean silhouette of groups that are more than an accident: below it "no substantial
   * structure has been found" (Kaufman and Rousseeuw 1990, Finding Groups in Data).
   */
  public static final double SUBSTANTIAL = 0.25;

  /** Whether the tasks fall into groups at all; false for a single group. */
  public boolean structured() {
    return silhouette >= SUBSTANTIAL;
  }

  /**
   * Two clusters made one. Tasks are clusters 0 … K − 1; the i-th merge makes cluster K + i.
   *
   * @param left one cluster
   * @param right the other
   * @param height the distance at which they met
   * @param size tasks in the new cluster
   */
  public record Merge(int left, int right, double height, int size) {
    private String statement() {
      return "new TaskGroups.Merge("
          + left
          + ", "
          + right
          + ", "
          + Say.number(height)
          + ", "
          + size
          + ")";
    }
  }

  /** The statement that builds these groups. */
  public String statement() {
    return "new TaskGroups("
        + grouping
        + ", List.of"
        + Say.list(groups.stream().map(g -> "List.of" + Say.quotedList(g)).toList())
        + ", List.of"
        + Say.quotedList(ungrouped)
        + ", List.of"
        + Say.quotedList(order)
        + ", List.of"
        + Say.list(merges.stream().map(Merge::statement).toList())
        + ", "
        + Say.number(silhouette)
        + ", "
        + filled
        + ")";
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(grouping + ":");
    groups.forEach(g -> out.append(" {").append(listed(g)).append('}'));
    if (!ungrouped.isEmpty()) {
      out.append(" alone: ").append(listed(ungrouped));
    }
    return out.toString();
  }

  private static String listed(List<String> tasks) {
    return PlainText.line(String.join(", ", tasks));
  }
}
