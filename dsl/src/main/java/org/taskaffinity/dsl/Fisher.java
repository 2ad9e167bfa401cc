package org.taskaffinity.dsl;

/** Which Fisher information of two tasks' probes {@link Task2Vec} compares by its cosine. */
public enum Fisher {
  /** The diagonals: the embedding of Achille et al. (2019). The default. */
  DIAGONAL,
  /** The whole matrices, which hold the directions of the probes' weights too. */
  FULL,
  /** The whole Fisher information of the probes' own weights. */
  PROBES
}
