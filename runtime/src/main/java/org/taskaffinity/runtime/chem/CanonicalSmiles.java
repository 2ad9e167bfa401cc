package org.taskaffinity.runtime.chem;

import java.util.Arrays;
import java.util.Comparator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.GraphUtil;
import org.openscience.cdk.graph.invariant.Canon;
import org.openscience.cdk.hash.AtomHashGenerator;
import org.openscience.cdk.hash.HashGeneratorMaker;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * One text per compound, stereochemistry and isotopes included.
 *
 * <p>Atoms are told apart by a hash of all that surrounds them, handedness too, then ranked
 * (Weininger, Weininger and Weininger 1989, "SMILES. 2."), put in that order and written. CDK's own
 * absolute SMILES would need the InChI library's native code for its ranks.
 *
 * <p>One instance per thread.
 */
final class CanonicalSmiles implements Measure<String> {
  /** Bonds away to which an atom's surroundings are hashed; ranking carries on from there. */
  private static final int DEPTH = 16;

  private final AtomHashGenerator surroundings =
      new HashGeneratorMaker().elemental().isotopic().charged().chiral().depth(DEPTH).atomic();
  private final SmilesGenerator writer =
      new SmilesGenerator(SmiFlavor.Isomeric | SmiFlavor.UseAromaticSymbols);

  @Override
  public String of(IAtomContainer molecule) throws CDKException {
    arrange(molecule, ranks(molecule));
    return writer.create(molecule);
  }

  private long[] ranks(IAtomContainer molecule) {
    int[][] neighbours = GraphUtil.toAdjList(molecule);
    long[] basic = Canon.basicInvariants(molecule, neighbours);
    long[] chiral = surroundings.generate(molecule);
    long[] invariants = new long[basic.length];
    Integer[] order = new Integer[basic.length];
    Arrays.setAll(order, a -> a);
    Comparator<Integer> byBoth =
        Comparator.<Integer>comparingLong(a -> basic[a]).thenComparingLong(a -> chiral[a]);
    Arrays.sort(order, byBoth);
    for (int r = 0; r < order.length; r++) {
      boolean tied = r > 0 && byBoth.compare(order[r - 1], order[r]) == 0;
      invariants[order[r]] = tied ? invariants[order[r - 1]] : r + 1;
    }
    return Canon.label(molecule, neighbours, invariants);
  }

  /** Puts atoms in the order of their ranks, and bonds in the order of their atoms'. */
  private static void arrange(IAtomContainer molecule, long[] ranks) {
    IAtom[] atoms = new IAtom[ranks.length];
    for (IAtom atom : molecule.atoms()) {
      atoms[(int) ranks[atom.getIndex()] - 1] = atom;
    }
    molecule.setAtoms(atoms);
    IBond[] bonds = new IBond[molecule.getBondCount()];
    Arrays.setAll(bonds, molecule::getBond);
    Arrays.sort(
        bonds,
        Comparator.comparingInt((IBond bond) -> Math.min(begin(bond), end(bond)))
            .thenComparingInt(bond -> Math.max(begin(bond), end(bond))));
    molecule.setBonds(bonds);
  }

  private static int begin(IBond bond) {
    return bond.getBegin().getIndex();
  }

  private static int end(IBond bond) {
    return bond.getEnd().getIndex();
  }
}
