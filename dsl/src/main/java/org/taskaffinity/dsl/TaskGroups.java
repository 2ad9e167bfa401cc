package org.taskaffinity.dsl;

import java.util.List;
import java.util.Locale;

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
 * @param structure whether the groups are clearer than chance
 */
public record TaskGroups(
    Grouping grouping,
    List<List<String>> groups,
    List<String> ungrouped,
    List<String> order,
    List<Merge> merges,
    double silhouette,
    int filled,
    Structure structure) {
  public TaskGroups {
    structure = structure == null ? Structure.UNTESTED : structure; // of runs made before it was
    groups = groups.stream().map(List::copyOf).toList();
    ungrouped = List.copyOf(ungrouped);
    order = List.copyOf(order);
    merges = List.copyOf(merges);
  }

  /** Without a test of their structure. */
  public TaskGroups(
      Grouping grouping,
      List<List<String>> groups,
      List<String> ungrouped,
      List<String> order,
      List<Merge> merges,
      double silhouette,
      int filled) {
    this(grouping, groups, ungrouped, order, merges, silhouette, filled, Structure.UNTESTED);
  }

  /**
   * Whether groups are clearer than those of matrices whose affinities were permuted over the
   * pairs.
   *
   * @param p (b + 1) / (m + 1), b of m permuted matrices having a silhouette at least as great
   * @param chance the silhouette that 95 % of the permuted matrices stay below
   * @param permutations m; 0 where it was not tested
   */
  public record Structure(double p, double chance, int permutations) {
    /**
     * Where it was not tested: fewer than 4 tasks, very many, or a number of groups that was asked.
     */
    public static final Structure UNTESTED = new Structure(Double.NaN, Double.NaN, 0);

    private String statement() {
      return "new TaskGroups.Structure("
          + Say.number(p)
          + ", "
          + Say.number(chance)
          + ", "
          + permutations
          + ")";
    }
  }

  /** Whether the groups are to be used, in plain words. */
  public String judgement() {
    if (structure.permutations() == 0) {
      return structured()
          ? "Whether these groups are clearer than chance was not tested."
          : "No group structure: do not use these groups. "
              + (Double.isNaN(silhouette)
                  ? "One group holds all tasks."
                  : "Their mean silhouette is below " + SUBSTANTIAL + ".");
    }
    String compared =
        String.format(
            Locale.ROOT,
            "silhouette %.3f, where 95 %% of %,d permuted matrices stay below %.3f (p = %s)",
            silhouette,
            structure.permutations(),
            structure.chance(),
            Association.probability(structure.p()));
    return structured()
        ? "These groups are clearer than chance: " + compared + "."
        : "No group structure: do not use these groups. They are no clearer than chance: "
            + compared
            + ".";
  }

  /**
   * Least mean silhouette of groups that are more than an accident: below it "no substantial
   * structure has been found" (Kaufman and Rousseeuw 1990, Finding Groups in Data).
   */
  public static final double SUBSTANTIAL = 0.25;

  /**
   * Whether the groups are to be used: they are clearer than chance at p below 0.05, or, where that
   * was not tested, their silhouette is at least {@link #SUBSTANTIAL}.
   */
  public boolean structured() {
    return structure.permutations() == 0 ? silhouette >= SUBSTANTIAL : structure.p() < 0.05;
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
        + (structure.permutations() == 0 ? "" : ", " + structure.statement())
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
