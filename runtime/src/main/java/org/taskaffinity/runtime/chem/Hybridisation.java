package org.taskaffinity.runtime.chem;

import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Hybridisation by counting orbitals: bonds σ plus lone pairs plus unpaired electrons.
 *
 * <pre>
 *   2 → sp    3 → sp2    4 → sp3    5 → sp3d    6 → sp3d2
 * </pre>
 *
 * <p>An atom with four orbitals and at most three neighbours is sp2 when one of its bonds is
 * conjugated: the nitrogen of an amide, the second oxygen of an ester. A bond is conjugated when it
 * is aromatic, or when it is one of two bonds that meet at an atom able to hand electrons to a π
 * system, the first of them multiple and both leading to such atoms.
 *
 * <p>This is the rule of RDKit (<i>ConjugHybrid.cpp</i>), restated, so that features of published
 * graph networks mean the same here; CDK's own atom types see amides otherwise.
 */
final class Hybridisation {
  static final int OTHER = 5;

  private final IAtomContainer molecule;
  private final boolean[] donors;
  private final boolean[] conjugated;
  private final boolean[] conjugatedBonds;

  Hybridisation(IAtomContainer molecule) {
    this.molecule = molecule;
    donors = new boolean[molecule.getAtomCount()];
    conjugated = new boolean[molecule.getAtomCount()];
    conjugatedBonds = new boolean[molecule.getBondCount()];
    for (IAtom atom : molecule.atoms()) {
      donors[atom.getIndex()] = feedsPiSystem(atom);
    }
    for (IAtom atom : molecule.atoms()) {
      markConjugatedBonds(atom);
    }
  }

  /** 0 … 4 for sp, sp2, sp3, sp3d, sp3d2; {@link #OTHER} for anything else. */
  int of(IAtom atom) {
    int orbitals = orbitals(atom);
    if (orbitals == 4 && neighbours(atom) <= 3 && conjugated[atom.getIndex()]) {
      return 1;
    }
    return orbitals < 2 || orbitals > 6 ? OTHER : orbitals - 2;
  }

  /** Whether a bond is conjugated, by the rule above. */
  boolean conjugated(IBond bond) {
    return conjugatedBonds[bond.getIndex()];
  }

  private static int orbitals(IAtom atom) {
    int neighbours = neighbours(atom);
    int number = atom.getAtomicNumber();
    if (number <= 1 || number >= Elements.Actinium.number()) {
      return neighbours;
    }
    int outer = OuterShell.electrons(number);
    int valence = valence(atom);
    int free = outer - valence - atom.getFormalCharge();
    if (valence + outer - atom.getFormalCharge() >= 8) {
      return neighbours + free / 2;
    }
    int unpaired = OuterShell.unpaired(atom, valence);
    return neighbours + (free - unpaired) / 2 + unpaired;
  }

  /** Marks the atoms at both ends of every conjugated bond that the atom is the middle of. */
  private void markConjugatedBonds(IAtom atom) {
    for (IBond bond : atom.bonds()) {
      if (bond.isAromatic()) {
        mark(bond);
      }
    }
    int neighbours = neighbours(atom);
    if (!donors[atom.getIndex()] || neighbours < 2 || neighbours > 3) {
      return;
    }
    for (IBond multiple : atom.bonds()) {
      if (multiple.isAromatic() || multiple.getOrder().numeric() > 1) {
        markPartners(atom, multiple);
      }
    }
  }

  private void markPartners(IAtom atom, IBond multiple) {
    for (IBond bond : atom.bonds()) {
      IAtom end = bond.getOther(atom);
      if (bond != multiple && donors[end.getIndex()] && neighbours(end) <= 3) {
        mark(multiple);
        mark(bond);
      }
    }
  }

  private void mark(IBond bond) {
    conjugated[bond.getBegin().getIndex()] = true;
    conjugated[bond.getEnd().getIndex()] = true;
    conjugatedBonds[bond.getIndex()] = true;
  }

  /**
   * Whether the atom has electrons for a π system. Elements of groups 15 and 16 beyond the second
   * row do not, as RDKit has it, unless they end a chain.
   */
  private static boolean feedsPiSystem(IAtom atom) {
    int number = atom.getAtomicNumber();
    int outer = OuterShell.electrons(number);
    int neighbours = neighbours(atom);
    boolean heavy = number > Elements.Neon.number();
    if (heavy && (outer == 5 || outer == 6 && neighbours > 1)) {
      return false;
    }
    return piElectrons(atom, outer, neighbours) > 0;
  }

  private static int piElectrons(IAtom atom, int outer, int neighbours) {
    int usual = OuterShell.usualValence(atom.getAtomicNumber());
    if (usual <= 1 || neighbours > 3) {
      return 0;
    }
    int lone = Math.max(outer - usual - atom.getFormalCharge(), 0);
    int unpaired = OuterShell.unpaired(atom, valence(atom));
    return usual - neighbours + lone - unpaired;
  }

  static int neighbours(IAtom atom) {
    return atom.getBondCount() + atom.getImplicitHydrogenCount();
  }

  static int valence(IAtom atom) {
    int valence = atom.getImplicitHydrogenCount();
    for (IBond bond : atom.bonds()) {
      valence += bond.getOrder().numeric();
    }
    return valence;
  }
}
