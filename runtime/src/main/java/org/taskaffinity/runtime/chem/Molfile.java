package org.taskaffinity.runtime.chem;

import java.io.StringReader;
import java.util.Locale;
import org.openscience.cdk.aromaticity.Kekulization;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.tools.LoggingToolFactory;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Writes the structure of a molfile (MDL connection table, V2000 or V3000) as SMILES. */
public final class Molfile {
  /**
   * @param smiles with stereochemistry and isotopes, explicit hydrogens folded in; empty if it
   *     cannot be read
   * @param problem why, in a line; empty if it can
   */
  public record Read(String smiles, String problem) {}

  static {
    LoggingToolFactory.setLoggingToolClass(Quiet.class);
  }

  private Molfile() {}

  /**
   * @param molfile its lines, from the title to {@code M END}
   */
  public static Read read(String molfile) {
    boolean extended = molfile.lines().skip(3).findFirst().orElse("").contains("V3000");
    try (ISimpleChemObjectReader reader =
        extended
            ? new MDLV3000Reader(new StringReader(molfile))
            : new MDLV2000Reader(new StringReader(molfile))) {
      IAtomContainer read = reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
      if (read == null || read.getAtomCount() == 0) {
        return new Read("", "no atoms");
      }
      IAtomContainer molecule = AtomContainerManipulator.suppressHydrogens(read);
      localised(molecule);
      return new Read(new SmilesGenerator(SmiFlavor.Isomeric).create(molecule), "");
    } catch (CDKException | RuntimeException e) {
      return new Read("", reason(e));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("A text in memory can be read", e);
    }
  }

  /** Gives bonds of type 4, which are neither single nor double, an order. */
  private static void localised(IAtomContainer molecule) throws CDKException {
    boolean aromatic = false;
    for (IBond bond : molecule.bonds()) {
      aromatic |= bond.isAromatic() && bond.getOrder() == IBond.Order.UNSET;
    }
    if (!aromatic) {
      return;
    }
    for (IAtom atom : molecule.atoms()) {
      if (atom.getImplicitHydrogenCount() == null) {
        boolean carbon = atom.getAtomicNumber() == IAtom.C;
        atom.setImplicitHydrogenCount(carbon ? Math.max(0, 3 - atom.getBondCount()) : 0);
      }
      boolean ring = false;
      for (IBond bond : atom.bonds()) {
        ring |= bond.isAromatic();
      }
      atom.setIsAromatic(ring);
    }
    Kekulization.kekulize(molecule);
  }

  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
  }
}
