package org.taskaffinity.runtime.encoder;

/**
 * Molecules as graphs, by row number. Bonds are undirected and listed once, without self-bonds.
 *
 * <p>Called from the thread that prepares batches, while others may read the same source.
 */
public interface GraphSource {
  /** Features of an atom, F. */
  int featureCount();

  /** Atoms of a molecule, at least 1. */
  int atoms(int row);

  /** Bonds of a molecule, 0 or more. */
  int bonds(int row);

  /** The atom, in [0, atoms), at one end of a bond. */
  int bondFrom(int row, int bond);

  /** The atom at the other end. */
  int bondTo(int row, int bond);

  /** Writes the atoms' features [atoms, F], every entry, from an offset on. */
  void features(int row, float[] out, int offset);

  /** Features of a bond, E. */
  int bondFeatureCount();

  /** Writes the bonds' features [bonds, E], every entry, from an offset on. */
  void bondFeatures(int row, float[] out, int offset);
}
