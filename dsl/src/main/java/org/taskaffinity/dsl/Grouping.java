package org.taskaffinity.dsl;

/**
 * How tasks are put into groups by their affinities. Distances are D = 1 − G.
 *
 * @param method the method
 * @param groups how many groups; 0 to choose by the mean silhouette
 */
public record Grouping(Method method, int groups) {
  public Grouping {
    Check.atLeast(
        0, "groups", groups, "Write groups(3), or groups(0) to let the silhouette choose");
  }

  /** Ways to group. */
  public enum Method {
    /** Agglomerative, mean distance between groups (UPGMA). */
    AVERAGE("averageLinkage"),
    /** Agglomerative, largest distance. */
    COMPLETE("completeLinkage"),
    /** Agglomerative, smallest distance. */
    SINGLE("singleLinkage"),
    /** Agglomerative, Ward's criterion on the distances as they are. */
    WARD("wardLinkage"),
    /** k-means on the rows of G. */
    K_MEANS("kMeans"),
    /** HDBSCAN* on the rows of G; chooses the number of groups, and leaves noise ungrouped. */
    HDBSCAN("hdbscan");

    private final String verb;

    Method(String verb) {
      this.verb = verb;
    }
  }

  /** So many groups; 0 to choose by the mean silhouette. */
  public Grouping groups(int count) {
    return new Grouping(method, count);
  }

  @Override
  public String toString() {
    return method.verb + "()" + (groups == 0 ? "" : ".groups(" + groups + ")");
  }
}
