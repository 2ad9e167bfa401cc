package org.taskaffinity.runtime.chem;

import java.util.List;
import java.util.Objects;

/**
 * The graphs of all molecules of one table, hydrogens left implicit, in a few flat arrays.
 *
 * <p>Atoms keep the order of the SMILES. A molecule that did not parse has no atoms. Immutable.
 */
public final class Graphs {
  /**
   * Features of an atom, all 0 or 1: element {C, N, O, F, P, S, Cl, Br, I, other}, degree {0 … 5,
   * other}, formal charge {−2 … 2, other}, hydrogens {0 … 4, other}, hybridisation {sp, sp2, sp3,
   * sp3d, sp3d2, other}, aromatic, in a ring.
   */
  public static final int FEATURES = AtomCode.FEATURES;

  private final int[] atomStart;
  private final int[] bondStart;
  private final byte[] codes;
  private final char[] ends;

  Graphs(List<Graph> graphs) {
    atomStart = new int[graphs.size() + 1];
    bondStart = new int[graphs.size() + 1];
    for (int m = 0; m < graphs.size(); m++) {
      atomStart[m + 1] = atomStart[m] + graphs.get(m).atoms();
      bondStart[m + 1] = bondStart[m] + graphs.get(m).bonds();
    }
    codes = new byte[atomStart[graphs.size()] * AtomCode.BLOCKS];
    ends = new char[bondStart[graphs.size()] * 2];
    for (int m = 0; m < graphs.size(); m++) {
      Graph graph = graphs.get(m);
      int code = atomStart[m] * AtomCode.BLOCKS;
      System.arraycopy(graph.codes(), 0, codes, code, graph.codes().length);
      System.arraycopy(graph.ends(), 0, ends, bondStart[m] * 2, graph.ends().length);
    }
  }

  /** Molecules, those that did not parse included. */
  public int molecules() {
    return atomStart.length - 1;
  }

  /** Atoms of a molecule; 0 when it did not parse. */
  public int atoms(int molecule) {
    return atomStart[molecule + 1] - atomStart[molecule];
  }

  /**
   * Atoms of all molecules before this one: where its rows start in a table of all atoms.
   *
   * @param molecule 0 … {@link #molecules()}; the last gives the atoms of all
   */
  public int atomStart(int molecule) {
    return atomStart[molecule];
  }

  /** Bonds of a molecule, each counted once. */
  public int bonds(int molecule) {
    return bondStart[molecule + 1] - bondStart[molecule];
  }

  /** The atom a bond starts at, counted from 0 within its molecule. */
  public int bondFrom(int molecule, int bond) {
    return ends[end(molecule, bond)];
  }

  /** The atom a bond leads to, counted from 0 within its molecule. */
  public int bondTo(int molecule, int bond) {
    return ends[end(molecule, bond) + 1];
  }

  /**
   * Writes the features of a molecule's atoms, zeros too.
   *
   * @param out receives [atoms, {@value #FEATURES}], row by row, from {@code offset} on
   * @throws IndexOutOfBoundsException if they do not fit
   */
  public void features(int molecule, float[] out, int offset) {
    Objects.checkFromIndexSize(offset, atoms(molecule) * FEATURES, out.length);
    for (int a = 0; a < atoms(molecule); a++) {
      int code = (atomStart[molecule] + a) * AtomCode.BLOCKS;
      AtomCode.expand(codes, code, out, offset + a * FEATURES);
    }
  }

  private int end(int molecule, int bond) {
    return (bondStart[molecule] + Objects.checkIndex(bond, bonds(molecule))) * 2;
  }
}
