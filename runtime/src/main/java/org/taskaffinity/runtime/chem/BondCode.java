package org.taskaffinity.runtime.chem;

import java.util.Arrays;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * A bond's six features, written as one byte.
 *
 * <pre>
 *   single, double, triple, aromatic   one of the four is 1; none for other orders
 *   conjugated                         1 if so, by RDKit's rule
 *   in a ring                          1 if so
 * </pre>
 */
final class BondCode {
  static final int FEATURES = 6;

  private static final int AROMATIC = 3;
  private static final int OTHER = 4;
  private static final int TYPES = 0b111;
  private static final int CONJUGATED = 1 << 3;
  private static final int RING = 1 << 4;

  private BondCode() {}

  /** One byte per bond, in the order of the molecule's graph. */
  static byte[] of(IAtomContainer molecule) {
    byte[] codes = new byte[molecule.getBondCount()];
    Hybridisation hybridisation = new Hybridisation(molecule);
    int next = 0;
    for (IBond bond : molecule.bonds()) {
      int flags = (hybridisation.conjugated(bond) ? CONJUGATED : 0) | (bond.isInRing() ? RING : 0);
      codes[next++] = (byte) (type(bond) | flags);
    }
    return codes;
  }

  private static int type(IBond bond) {
    if (bond.isAromatic()) {
      return AROMATIC;
    }
    int order = bond.getOrder().numeric();
    return order >= 1 && order <= 3 ? order - 1 : OTHER;
  }

  /** Writes all six features, zeros too. */
  static void expand(byte code, float[] out, int offset) {
    Arrays.fill(out, offset, offset + FEATURES, 0f);
    int type = code & TYPES;
    if (type < OTHER) {
      out[offset + type] = 1f;
    }
    out[offset + 4] = (code & CONJUGATED) == 0 ? 0f : 1f;
    out[offset + 5] = (code & RING) == 0 ? 0f : 1f;
  }
}
