package org.taskaffinity.runtime.chem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.taskaffinity.runtime.random.Seeds;
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
  private static final int KINDS = Substituents.NAMES.size();

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
    return assembly(new FragmentAssembly(random).made(molecules));
  }

  /**
   * The assembly of a seed, made once: the next to ask, of this process or another, is handed what
   * was kept. A kept one that is damaged is made again.
   *
   * @param seeds whose stream {@code molecules} the draws come from
   * @param folder where it is kept; null keeps none, and so does one that cannot be written to
   */
  public static Assembly kept(int molecules, Seeds seeds, Path folder) {
    if (folder == null) {
      return make(molecules, seeds.stream("molecules"));
    }
    Cache cache = new Cache(folder);
    String key =
        CacheKey.of(
            List.of(Integer.toString(molecules), Long.toString(seeds.seed())),
            AssembledMolecule.KIND);
    Optional<List<AssembledMolecule>> kept =
        cache
            .read(key, AssembledMolecule.KIND)
            .map(rows -> rows.stream().map(row -> row.orThrow("SMILES", 0)).toList())
            .filter(rows -> rows.size() == molecules);
    return kept.map(FragmentAssembly::assembly)
        .orElseGet(
            () -> {
              List<AssembledMolecule> made =
                  new FragmentAssembly(seeds.stream("molecules")).made(molecules);
              cache.write(key, AssembledMolecule.KIND, made.stream().map(Outcome::of).toList());
              return assembly(made);
            });
  }

  private List<AssembledMolecule> made(int molecules) {
    Set<String> seen = new HashSet<>();
    List<AssembledMolecule> made = new ArrayList<>(molecules);
    while (made.size() < molecules) {
      if (Thread.interrupted()) {
        throw Computation.stopped("the assembly");
      }
      byte[] counts = counts();
      String text = write(build(counts)).orElse("");
      if (!text.isEmpty() && seen.add(text)) {
        made.add(new AssembledMolecule(text, counts));
      }
    }
    return made;
  }

  private static Assembly assembly(List<AssembledMolecule> made) {
    return new Assembly(
        made.stream().map(AssembledMolecule::smiles).toList(),
        made.stream().map(AssembledMolecule::features).toArray(double[][]::new),
        Substituents.NAMES);
  }

  private byte[] counts() {
    byte[] counts = new byte[KINDS];
    do {
      for (int kind = 0; kind < KINDS; kind++) {
        double u = random.nextDouble();
        counts[kind] = (byte) (u < 0.70 ? 0 : u < 0.95 ? 1 : 2);
      }
    } while (sum(counts) > MOST);
    return counts;
  }

  private static int sum(byte[] counts) {
    int sum = 0;
    for (byte count : counts) {
      sum += count;
    }
    return sum;
  }

  private IAtomContainer build(byte[] counts) {
    int needed = sum(counts);
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
