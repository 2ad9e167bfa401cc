package org.taskaffinity.runtime.chem;

import java.io.IOException;
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
import uk.ac.ebi.beam.Functions;
import uk.ac.ebi.beam.Graph;

/**
 * One text per compound, stereochemistry and isotopes included.
 *
 * <p>Atoms are told apart by what they are and, where there is stereochemistry, by a hash of all
 * that surrounds them; then ranked (Weininger, Weininger and Weininger 1989, "SMILES. 2."), put in
 * that order and written. CDK's own absolute SMILES would need the InChI library's native code for
 * its ranks.
 *
 * <p>Over the 10,922 compounds that RDKit finds in Tox21, SIDER and ToxCast together, however
 * written, five have two texts here and two share one: rings whose centres are mirror images of
 * each other (1,4-cis or trans), porphyrins, and imines on aromatic rings.
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
    return settle(writer.create(molecule));
  }

  /**
   * Chooses among the ways to place alternating double bonds and to slant the bonds beside them.
   */
  private static String settle(String smiles) throws CDKException {
    try {
      return Functions.normaliseDirectionalLabels(Graph.fromSmiles(smiles).resonate()).toSmiles();
    } catch (IOException problem) {
      throw new CDKException(problem.getMessage(), problem);
    }
  }

  private long[] ranks(IAtomContainer molecule) {
    int[][] neighbours = GraphUtil.toAdjList(molecule);
    long[] basic = Canon.basicInvariants(molecule, neighbours, SmiFlavor.Isomeric);
    long[] chiral = handedness(molecule);
    long[] invariants = new long[basic.length];
    Integer[] order = new Integer[basic.length];
    Arrays.setAll(order, a -> a);
    Comparator<Integer> byAll =
        Comparator.<Integer>comparingLong(a -> basic[a])
            .thenComparingInt(a -> ringBonds(molecule.getAtom(a)))
            .thenComparingLong(a -> chiral[a]);
    Arrays.sort(order, byAll);
    for (int r = 0; r < order.length; r++) {
      boolean tied = r > 0 && byAll.compare(order[r - 1], order[r]) == 0;
      invariants[order[r]] = tied ? invariants[order[r - 1]] : r + 1;
    }
    return Canon.label(molecule, neighbours, invariants);
  }

  /** Of every atom's surroundings; worth its time only where there is stereochemistry. */
  private long[] handedness(IAtomContainer molecule) {
    boolean flat = !molecule.stereoElements().iterator().hasNext();
    return flat ? new long[molecule.getAtomCount()] : surroundings.generate(molecule);
  }

  /** Tells rings from chains where the neighbours, and theirs, are all alike. */
  private static int ringBonds(IAtom atom) {
    int count = 0;
    for (IBond bond : atom.bonds()) {
      count += bond.isInRing() ? 1 : 0;
    }
    return count;
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
