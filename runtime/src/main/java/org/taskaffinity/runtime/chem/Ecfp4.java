package org.taskaffinity.runtime.chem;

import java.util.BitSet;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fingerprint.CircularFingerprinter;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Extended-connectivity fingerprint of diameter 4 (Rogers and Hahn 2010, "Extended-Connectivity
 * Fingerprints"), its identifiers folded by remainder.
 *
 * <p>CDK's identifiers; the bits are not those of RDKit's Morgan fingerprint, though what two
 * molecules share is much the same. One instance per thread.
 */
final class Ecfp4 implements Measure<int[]> {
  static final int BITS = 2048;

  private final CircularFingerprinter fingerprinter =
      new CircularFingerprinter(CircularFingerprinter.CLASS_ECFP4, BITS);

  @Override
  public int[] of(IAtomContainer molecule) throws CDKException {
    return fingerprinter.getBitFingerprint(molecule).asBitSet().stream().toArray();
  }

  /** Folds on-bits once more: a remainder of a remainder, exact as {@code bits} divides 2048. */
  static int[] fold(int[] on, int bits) {
    BitSet folded = new BitSet(bits);
    for (int bit : on) {
      folded.set(bit % bits);
    }
    return folded.stream().toArray();
  }
}
