package org.taskaffinity.runtime.chem;

import java.util.List;
import java.util.Objects;

/** The features of the bonds of all molecules of one table. Immutable. */
public final class BondFeatures {
  /**
   * Features of a bond, all 0 or 1: type {single, double, triple, aromatic}, conjugated, in a ring.
   * A bond of another order has no type.
   */
  public static final int COUNT = BondCode.FEATURES;

  private final List<byte[]> codes;

  /**
   * @param codes for each molecule a byte per bond
   */
  BondFeatures(List<byte[]> codes) {
    this.codes = List.copyOf(codes);
  }

  /**
   * Writes the features of a molecule's bonds, zeros too, in the order of {@link Graphs}.
   *
   * @param out receives [bonds, {@value #COUNT}], row by row, from {@code offset} on
   * @throws IndexOutOfBoundsException if they do not fit
   */
  public void features(int molecule, float[] out, int offset) {
    byte[] bonds = codes.get(molecule);
    Objects.checkFromIndexSize(offset, bonds.length * COUNT, out.length);
    for (int b = 0; b < bonds.length; b++) {
      BondCode.expand(bonds[b], out, offset + b * COUNT);
    }
  }
}
