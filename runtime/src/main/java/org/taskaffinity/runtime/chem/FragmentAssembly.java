package org.taskaffinity.runtime.chem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.taskaffinity.runtime.random.Stream;

/**
 * Makes molecules that look like drugs, for experiments that need no data.
 *
 * <p>Two ring systems meet at a linker or a bond and carry substituents. How often each kind of
 * substituent is there is drawn first, on its own:
 *
 * <pre>
 *   P(0) = 0.70    P(1) = 0.25    P(2) = 0.05        mean 0.35, variance 0.3275
 * </pre>
 *
 * <p>Rings are then drawn until there is room. So the counts are independent of one another, save
 * that a molecule drawn twice counts once, and are known exactly: tasks made from them have a
 * ground truth.
 */
public final class FragmentAssembly {
  private static final int KINDS = Fragment.SUBSTITUENTS.size();

  /** Room on two naphthalenes: more is never drawn for. */
  private static final int MOST = 14;

  private final Perception perception = new Perception();
  private final CanonicalSmiles writer = new CanonicalSmiles();
  private final Stream random;

  private FragmentAssembly(Stream random) {
    this.random = random;
  }

  /**
   * Makes molecules, each different from the others by canonical SMILES.
   *
   * @param molecules how many, at least 1
   * @param random where the draws come from; the same stream gives the same molecules
   */
  public static Assembly make(int molecules, Stream random) {
    if (molecules < 1) {
      throw new IllegalArgumentException(
          "An assembly of " + molecules + " molecules. Write 1 or more.");
    }
    return new FragmentAssembly(random).make(molecules);
  }

  private Assembly make(int molecules) {
    Set<String> seen = new HashSet<>();
    List<String> smiles = new ArrayList<>(molecules);
    double[][] features = new double[molecules][];
    while (smiles.size() < molecules) {
      int[] counts = counts();
      String text = write(build(counts)).orElse("");
      if (!text.isEmpty() && seen.add(text)) {
        features[smiles.size()] = Arrays.stream(counts).asDoubleStream().toArray();
        smiles.add(text);
      }
    }
    List<String> names = Fragment.SUBSTITUENTS.stream().map(Fragment::name).toList();
    return new Assembly(smiles, features, names);
  }

  private int[] counts() {
    int[] counts = new int[KINDS];
    do {
      for (int kind = 0; kind < KINDS; kind++) {
        double u = random.nextDouble();
        counts[kind] = u < 0.70 ? 0 : u < 0.95 ? 1 : 2;
      }
    } while (Arrays.stream(counts).sum() > MOST);
    return counts;
  }

  private IAtomContainer build(int[] counts) {
    int needed = Arrays.stream(counts).sum();
    Workpiece piece = new Workpiece(random);
    while (piece.sites() < needed) {
      piece = new Workpiece(random);
    }
    for (int kind = 0; kind < KINDS; kind++) {
      for (int i = 0; i < counts[kind]; i++) {
        piece.substitute(Fragment.SUBSTITUENTS.get(kind), random);
      }
    }
    return piece.molecule();
  }

  /** The canonical SMILES; nothing when reading it gives another, as a rare symmetry may. */
  private Optional<String> write(IAtomContainer molecule) {
    try {
      Perception.perceive(molecule);
      String text = writer.of(molecule);
      return Optional.of(text).filter(writer.of(perception.read(text))::equals);
    } catch (CDKException unwritable) {
      throw new IllegalStateException("An assembled molecule has no SMILES.", unwritable);
    }
  }
}
