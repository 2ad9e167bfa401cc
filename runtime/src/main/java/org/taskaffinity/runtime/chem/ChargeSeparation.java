package org.taskaffinity.runtime.chem;

import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Writes nitro groups, N-oxides, azides and halogen oxides with charges, as RDKit does on reading.
 *
 * <pre>
 *   N(=O)=O → [N+](=O)[O−]     N=N#N → N=[N+]=[N−]     Cl(=O)(=O)[O−] → [Cl+2]([O−])([O−])[O−]
 * </pre>
 *
 * <p>The same compound then has the same atom features whichever way it was written.
 */
final class ChargeSeparation {
  private ChargeSeparation() {}

  static void apply(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom.getFormalCharge() == 0) {
        switch (atom.getAtomicNumber()) {
          case IAtom.N -> relieveNitrogen(atom);
          case IAtom.Cl, IAtom.Br, IAtom.I -> relieveHalogen(atom);
          default -> {}
        }
      }
    }
  }

  private static void relieveNitrogen(IAtom nitrogen) {
    if (Hybridisation.valence(nitrogen) != 5) {
      return;
    }
    for (IBond bond : nitrogen.bonds()) {
      IAtom end = bond.getOther(nitrogen);
      boolean oxide = end.getAtomicNumber() == IAtom.O && bond.getOrder() == IBond.Order.DOUBLE;
      boolean azide = end.getAtomicNumber() == IAtom.N && bond.getOrder() == IBond.Order.TRIPLE;
      if (end.getFormalCharge() == 0 && (oxide || azide)) {
        separate(nitrogen, bond);
        return;
      }
    }
  }

  private static void relieveHalogen(IAtom halogen) {
    for (IBond bond : halogen.bonds()) {
      if (bond.getOther(halogen).getAtomicNumber() != IAtom.O) {
        return;
      }
    }
    for (IBond bond : halogen.bonds()) {
      if (bond.getOrder() == IBond.Order.DOUBLE) {
        separate(halogen, bond);
      }
    }
  }

  /** Takes one from the bond's order; its electrons go to the far end. */
  private static void separate(IAtom from, IBond bond) {
    IAtom to = bond.getOther(from);
    bond.setOrder(bond.getOrder() == IBond.Order.TRIPLE ? IBond.Order.DOUBLE : IBond.Order.SINGLE);
    from.setFormalCharge(from.getFormalCharge() + 1);
    to.setFormalCharge(to.getFormalCharge() - 1);
  }
}
