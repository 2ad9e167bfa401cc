package org.taskaffinity.runtime.chem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IPseudoAtom;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Reads one SMILES after another into molecules whose rings and aromatic systems are known.
 *
 * <p>Hydrogens written as atoms become counts on their neighbours, apart from those that say
 * something of their own: isotopes, ions and molecular hydrogen. Aromaticity is the Daylight model,
 * Hückel's 4n + 2 electrons over single and fused rings, which is also RDKit's. Nitro groups and
 * their like are written with charges ({@link ChargeSeparation}); no salt is stripped and nothing
 * is neutralised.
 *
 * <p>One instance per thread.
 */
final class Perception {
  private static final Pattern EXTENDED =
      Pattern.compile("(?<smiles>\\S+\\s+)(?<layers>\\|[^|]*\\|)(?<title>.*)", Pattern.DOTALL);

  private static final Pattern LABELS = Pattern.compile("\\$[^$]*\\$,?");

  private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());

  /**
   * @throws InvalidSmilesException when the text is no SMILES, names an element there is not, or
   *     its aromatic atoms allow no Kekulé structure
   */
  IAtomContainer read(String smiles) throws InvalidSmilesException {
    IAtomContainer molecule =
        AtomContainerManipulator.suppressHydrogens(parser.parseSmiles(withoutLabels(smiles)));
    if (molecule.isEmpty()) {
      throw new InvalidSmilesException("no atoms");
    }
    refuseUnknownElements(molecule);
    ChargeSeparation.apply(molecule);
    perceive(molecule);
    return molecule;
  }

  /**
   * Without the labels of atoms in ChemAxon's extension, {@code CCO |$;;R1_p$|}: CDK would put a
   * labelled unknown in the place of the atom.
   */
  static String withoutLabels(String smiles) {
    Matcher extended = EXTENDED.matcher(smiles);
    if (!extended.matches() || extended.group("layers").indexOf('$') < 0) {
      return smiles;
    }
    String layers =
        LABELS.matcher(extended.group("layers")).replaceAll("").replaceFirst(",\\|$", "|");
    return extended.group("smiles") + (layers.equals("||") ? "" : layers) + extended.group("title");
  }

  /** CDK takes any word in brackets for a label; its strict mode would refuse tellurophenes too. */
  private static void refuseUnknownElements(IAtomContainer molecule) throws InvalidSmilesException {
    for (IAtom atom : molecule.atoms()) {
      if (atom instanceof IPseudoAtom unknown && !"*".equals(unknown.getLabel())) {
        throw new InvalidSmilesException("no element is called " + unknown.getLabel());
      }
    }
  }

  /** Marks ring and aromatic atoms and bonds anew. */
  static void perceive(IAtomContainer molecule) {
    Cycles.markRingAtomsAndBonds(molecule);
    Aromaticity.apply(Aromaticity.Model.Daylight, molecule);
  }
}
