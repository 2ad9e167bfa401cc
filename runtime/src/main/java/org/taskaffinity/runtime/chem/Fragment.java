package org.taskaffinity.runtime.chem;

import java.util.ArrayList;
import java.util.List;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * A building block, whole with its hydrogens; where it is joined, a hydrogen gives way to a bond.
 *
 * @param name what chemists call it
 * @param molecule not to be changed
 */
record Fragment(String name, IAtomContainer molecule) {
  /** Joined at two carbons to one another or to a linker; substituents go on the carbons left. */
  static final List<Fragment> CORES =
      of(
          "benzene c1ccccc1",
          "pyridine c1ccncc1",
          "pyrimidine c1cncnc1",
          "thiophene c1ccsc1",
          "furan c1ccoc1",
          "pyrrole c1cc[nH]c1",
          "naphthalene c1ccc2ccccc2c1",
          "indole c1ccc2[nH]ccc2c1",
          "cyclopentane C1CCCC1",
          "cyclohexane C1CCCCC1",
          "piperidine C1CCNCC1",
          "morpholine C1COCCN1");

  /** Joined at the first and the last atom. */
  static final List<Fragment> LINKERS =
      of(
          "methylene C",
          "ethylene CC",
          "ether O",
          "thioether S",
          "amine N",
          "methyleneoxy CO",
          "amide C(=O)N",
          "sulfonamide S(=O)(=O)N",
          "vinylene C=C");

  /** Joined at the first atom. */
  static final List<Fragment> SUBSTITUENTS = of(Substituents.WRITTEN);

  /** Copies the fragment's atoms and bonds into a molecule and returns the new atoms in order. */
  List<IAtom> addTo(IAtomContainer whole) {
    List<IAtom> added = new ArrayList<>(molecule.getAtomCount());
    for (IAtom atom : molecule.atoms()) {
      IAtom copy = whole.newAtom(atom.getAtomicNumber(), atom.getImplicitHydrogenCount());
      copy.setFormalCharge(atom.getFormalCharge());
      added.add(copy);
    }
    molecule
        .bonds()
        .forEach(
            bond ->
                whole.newBond(
                    added.get(bond.getBegin().getIndex()),
                    added.get(bond.getEnd().getIndex()),
                    bond.getOrder()));
    return added;
  }

  private static List<Fragment> of(String... namesAndSmiles) {
    Perception perception = new Perception();
    List<Fragment> fragments = new ArrayList<>();
    for (String line : namesAndSmiles) {
      String[] parts = line.split(" ");
      try {
        fragments.add(new Fragment(parts[0], perception.read(parts[1])));
      } catch (InvalidSmilesException mistake) {
        throw new ExceptionInInitializerError(mistake);
      }
    }
    return List.copyOf(fragments);
  }
}
