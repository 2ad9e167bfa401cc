package org.taskaffinity.runtime.chem;

import java.util.Arrays;
import org.openscience.cdk.interfaces.IAtom;

/**
 * An atom's 37 features, seven blocks of one-hots, written as seven small numbers.
 *
 * <pre>
 *   block           columns   places
 *   element           0 –  9  C N O F P S Cl Br I, other
 *   degree           10 – 16  0 … 5, other         (neighbours that are atoms of the graph)
 *   formal charge    17 – 22  −2 … 2, other
 *   hydrogens        23 – 28  0 … 4, other
 *   hybridisation    29 – 34  sp sp2 sp3 sp3d sp3d2, other
 *   aromatic         35       one if so
 *   in a ring        36       one if so
 * </pre>
 */
final class AtomCode {
  static final int BLOCKS = 7;
  static final int FEATURES = 37;

  /** Where the blocks of one-hots start; the two flags come last. */
  private static final int[] STARTS = {0, 10, 17, 23, 29};

  private static final int AROMATIC = 35;
  private static final int RING = 36;
  private static final int[] ELEMENTS = {
    IAtom.C, IAtom.N, IAtom.O, IAtom.F, IAtom.P, IAtom.S, IAtom.Cl, IAtom.Br, IAtom.I
  };

  private AtomCode() {}

  static void write(IAtom atom, Hybridisation hybridisation, byte[] codes, int at) {
    codes[at] = element(atom.getAtomicNumber());
    codes[at + 1] = place(atom.getBondCount(), 0, 5);
    codes[at + 2] = place(atom.getFormalCharge(), -2, 2);
    codes[at + 3] = place(atom.getImplicitHydrogenCount(), 0, 4);
    codes[at + 4] = (byte) hybridisation.of(atom);
    codes[at + 5] = (byte) (atom.isAromatic() ? 1 : 0);
    codes[at + 6] = (byte) (atom.isInRing() ? 1 : 0);
  }

  /** Writes all 37 features, zeros too. */
  static void expand(byte[] codes, int at, float[] out, int offset) {
    Arrays.fill(out, offset, offset + FEATURES, 0f);
    for (int block = 0; block < STARTS.length; block++) {
      out[offset + STARTS[block] + codes[at + block]] = 1f;
    }
    out[offset + AROMATIC] = codes[at + 5];
    out[offset + RING] = codes[at + 6];
  }

  private static byte element(int number) {
    int place = 0;
    while (place < ELEMENTS.length && ELEMENTS[place] != number) {
      place++;
    }
    return (byte) place;
  }

  private static byte place(int value, int least, int most) {
    return (byte) (value < least || value > most ? most - least + 1 : value - least);
  }
}
