package org.taskaffinity.runtime.chem;

import java.util.List;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * The Bemis–Murcko scaffold (Bemis and Murcko 1996, "The properties of known drugs. 1. Molecular
 * frameworks"): rings and the chains between them.
 *
 * <p>As in RDKit, atoms double-bonded to the scaffold stay (a ring ketone keeps its oxygen), bonds
 * cut are filled with hydrogen, and stereochemistry and isotopes are dropped. CDK's own fragmenter
 * leaves open valences, which parts alike scaffolds.
 *
 * <p>One instance per thread.
 */
final class Scaffold implements Measure<String> {
  private final SmilesGenerator writer =
      new SmilesGenerator(SmiFlavor.Unique | SmiFlavor.UseAromaticSymbols);

  /** The scaffold's canonical SMILES; empty when the molecule has no ring. Cuts the molecule up. */
  @Override
  public String of(IAtomContainer molecule) throws CDKException {
    boolean[] kept = ringsAndLinkers(molecule);
    keepDoubleBonded(molecule, kept);
    molecule.setStereoElements(List.of());
    for (int a = kept.length - 1; a >= 0; a--) {
      if (!kept[a]) {
        cut(molecule, molecule.getAtom(a));
      }
    }
    if (molecule.isEmpty()) {
      return "";
    }
    Perception.perceive(molecule);
    return writer.create(molecule);
  }

  /** Takes ends of chains away until none is left. */
  private static boolean[] ringsAndLinkers(IAtomContainer molecule) {
    int[] degrees = new int[molecule.getAtomCount()];
    boolean[] kept = new boolean[degrees.length];
    for (IAtom atom : molecule.atoms()) {
      degrees[atom.getIndex()] = atom.getBondCount();
      kept[atom.getIndex()] = true;
    }
    for (IAtom atom : molecule.atoms()) {
      IAtom end = atom;
      while (end != null && kept[end.getIndex()] && degrees[end.getIndex()] <= 1) {
        kept[end.getIndex()] = false;
        end = neighbour(end, kept);
        if (end != null) {
          degrees[end.getIndex()]--;
        }
      }
    }
    return kept;
  }

  private static IAtom neighbour(IAtom atom, boolean[] kept) {
    for (IAtom other : atom.neighbors()) {
      if (kept[other.getIndex()]) {
        return other;
      }
    }
    return null;
  }

  private static void keepDoubleBonded(IAtomContainer molecule, boolean[] kept) {
    boolean[] core = kept.clone();
    for (IBond bond : molecule.bonds()) {
      int begin = bond.getBegin().getIndex();
      int end = bond.getEnd().getIndex();
      if (bond.getOrder() == IBond.Order.DOUBLE && core[begin] != core[end]) {
        kept[begin] = true;
        kept[end] = true;
      }
    }
  }

  /** Removes an atom; its neighbours take hydrogens for the bonds they lose. */
  private static void cut(IAtomContainer molecule, IAtom atom) {
    for (IBond bond : atom.bonds()) {
      IAtom other = bond.getOther(atom);
      other.setImplicitHydrogenCount(other.getImplicitHydrogenCount() + bond.getOrder().numeric());
    }
    molecule.removeAtom(atom);
  }
}
