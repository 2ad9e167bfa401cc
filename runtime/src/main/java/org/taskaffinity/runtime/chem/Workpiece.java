package org.taskaffinity.runtime.chem;

import java.util.ArrayList;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.taskaffinity.runtime.random.Stream;

/** A molecule in the making: two cores, joined directly or by a linker, with sites left open. */
final class Workpiece {
  private final IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
  private final List<IAtom> sites = new ArrayList<>();

  /** Draws cores, linker and the places where they meet. */
  Workpiece(Stream random) {
    IAtom first = core(random);
    IAtom second = core(random);
    int linker = random.nextInt(Fragment.LINKERS.size() + 1);
    if (linker == Fragment.LINKERS.size()) {
      join(first, second);
    } else {
      List<IAtom> chain = Fragment.LINKERS.get(linker).addTo(molecule);
      join(first, chain.get(0));
      join(chain.get(chain.size() - 1), second);
    }
  }

  /** Carbons that still take a substituent: one each. */
  int sites() {
    return sites.size();
  }

  /** Puts a substituent on a site drawn at random. */
  void substitute(Fragment substituent, Stream random) {
    IAtom site = sites.remove(random.nextInt(sites.size()));
    join(site, substituent.addTo(molecule).get(0));
  }

  IAtomContainer molecule() {
    return molecule;
  }

  /** Adds a core and returns the carbon at which it is to be joined. */
  private IAtom core(Stream random) {
    List<IAtom> open = new ArrayList<>();
    Fragment core = Fragment.CORES.get(random.nextInt(Fragment.CORES.size()));
    for (IAtom atom : core.addTo(molecule)) {
      if (atom.getAtomicNumber() == IAtom.C && atom.getImplicitHydrogenCount() > 0) {
        open.add(atom);
      }
    }
    IAtom joint = open.remove(random.nextInt(open.size()));
    sites.addAll(open);
    return joint;
  }

  /** A bond in place of one hydrogen on either side. */
  private void join(IAtom one, IAtom other) {
    one.setImplicitHydrogenCount(one.getImplicitHydrogenCount() - 1);
    other.setImplicitHydrogenCount(other.getImplicitHydrogenCount() - 1);
    molecule.newBond(one, other, IBond.Order.SINGLE);
  }
}
