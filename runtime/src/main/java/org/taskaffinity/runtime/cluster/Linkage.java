package org.taskaffinity.runtime.cluster;

/**
 * How far a cluster just merged from i and j lies from another cluster k: the update formulas of
 * Lance and Williams (1967, "A general theory of classificatory sorting strategies").
 */
public enum Linkage {
  // Constants without bodies: Tribuo's provenance does not know an enum by a constant's subclass.
  /** The least distance between members. */
  SINGLE,
  /** The greatest distance between members. */
  COMPLETE,
  /** The mean distance between members (UPGMA). */
  AVERAGE,
  /**
   * The growth of the sum of squares, as a distance: √(2 n m / (n + m)) times the distance between
   * centroids, where distances are Euclidean. On other distances it is the formula alone, as in
   * SciPy.
   */
  WARD;

  /** The distance from k to i ∪ j, of sizes ni, nj and nk. */
  double distance(double ki, double kj, double ij, int ni, int nj, int nk) {
    return switch (this) {
      case SINGLE -> Math.min(ki, kj);
      case COMPLETE -> Math.max(ki, kj);
      case AVERAGE -> (ni * ki + nj * kj) / (ni + nj);
      case WARD -> {
        double square = ((nk + ni) * ki * ki + (nk + nj) * kj * kj - nk * ij * ij) / (nk + ni + nj);
        yield Math.sqrt(Math.max(0, square));
      }
    };
  }
}
