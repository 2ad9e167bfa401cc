package org.taskaffinity.runtime.chem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The molecules of one table: a row each, in the order of their SMILES.
 *
 * <p>Graphs, canonical SMILES, fingerprints and scaffolds are each worked out when first asked for,
 * all rows at once, and kept in a file of the cache folder. Nothing depends on the number of
 * threads. A SMILES that cannot be read keeps its row and says why ({@link #problem}). Safe for
 * several threads.
 */
public final class Molecules {
  /**
   * Raised by hand when graphs, fingerprints, scaffolds, canonical SMILES or assembled molecules
   * change; results then change too, so the version of the numerics is raised with it.
   */
  public static final int VERSION = 1;

  private final List<String> smiles;
  private final Optional<Cache> cache;
  private final int threads;

  private final Lazy<List<Outcome<Graph>>> graphs = lazy(Kind.GRAPH);
  private final Lazy<List<Outcome<byte[]>>> bonds = lazy(Kind.BONDS);
  private final Lazy<List<Outcome<String>>> canonical = lazy(Kind.CANONICAL);
  private final Lazy<List<Outcome<int[]>>> ecfp4 = lazy(Kind.ECFP4);
  private final Lazy<List<Outcome<String>>> scaffolds = lazy(Kind.SCAFFOLD);
  private final Lazy<Graphs> flatGraphs = new Lazy<>(this::flatten);
  private final Lazy<BondFeatures> bondFeatures = new Lazy<>(this::featuresOfBonds);

  private Molecules(List<String> smiles, Path cacheDirectory, int threads) {
    this.smiles = Collections.unmodifiableList(new ArrayList<>(smiles));
    this.cache = Optional.ofNullable(cacheDirectory).map(Cache::new);
    this.threads = threads;
  }

  /** Reads on as many threads as the machine has processors. */
  public static Molecules read(List<String> smiles, Path cacheDirectory) {
    return read(smiles, cacheDirectory, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Takes the SMILES in; the work is done when something is asked for.
   *
   * @param smiles one per row; null and empty ones count as unparsed
   * @param cacheDirectory where results are kept from run to run, made if need be; null keeps none,
   *     and so does a folder that cannot be written to
   * @param threads at least 1
   */
  public static Molecules read(List<String> smiles, Path cacheDirectory, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Molecules cannot be read on " + threads + " threads. Write 1 or more.");
    }
    return new Molecules(smiles, cacheDirectory, threads);
  }

  /** Rows, those that did not parse included. */
  public int size() {
    return smiles.size();
  }

  /** Whether the row's SMILES could be read. */
  public boolean parsed(int row) {
    return graphs.get().get(row).ok();
  }

  /** Why the row's SMILES could not be read, in a line; empty when it could. */
  public String problem(int row) {
    return graphs.get().get(row).problem();
  }

  /**
   * Why something cannot be had of the row's molecule, in a line; empty when it can. For a row that
   * could not be read it is the {@link #problem(int)} of reading.
   */
  public String problem(int row, Derived what) {
    return outcomes(what).get(row).problem();
  }

  private List<? extends Outcome<?>> outcomes(Derived what) {
    return switch (what) {
      case CANONICAL -> canonical.get();
      case SCAFFOLD -> scaffolds.get();
      case FINGERPRINT -> ecfp4.get();
    };
  }

  /** The graphs of all rows; those that did not parse have no atoms. */
  public Graphs graphs() {
    return flatGraphs.get();
  }

  /**
   * The features of all rows' bonds; rows that did not parse have none.
   *
   * @throws IllegalArgumentException if they cannot be had of a molecule that has a graph
   */
  public BondFeatures bondFeatures() {
    return bondFeatures.get();
  }

  /**
   * Canonical SMILES, stereochemistry and isotopes included: equal for equal compounds.
   *
   * @throws IllegalArgumentException if it cannot be had: see {@link #problem(int, Derived)}
   */
  public String canonical(int row) {
    return canonical.get().get(row).orThrow(Derived.CANONICAL.toString(), row);
  }

  /**
   * Extended-connectivity fingerprint of diameter 4 (Rogers and Hahn 2010), 2048 bits.
   *
   * @return the bits that are on, ascending, each in 0 … 2047
   * @throws IllegalArgumentException if it cannot be had: see {@link #problem(int, Derived)}
   */
  public int[] ecfp4(int row) {
    return ecfp4.get().get(row).orThrow(Derived.FINGERPRINT.toString(), row).clone();
  }

  /**
   * As {@link #ecfp4(int)}, folded into fewer bits.
   *
   * @param bits a power of two up to 2048
   * @throws IllegalArgumentException if it cannot be had, or the bits are none of these
   */
  public int[] ecfp4(int row, int bits) {
    if (bits < 1 || bits > Ecfp4.BITS || Integer.bitCount(bits) != 1) {
      throw new IllegalArgumentException(
          "A fingerprint of " + bits + " bits. Write a power of two up to " + Ecfp4.BITS + ".");
    }
    return Ecfp4.fold(ecfp4(row), bits);
  }

  /**
   * Bemis–Murcko scaffold as a canonical SMILES: rings, the chains between them, and atoms
   * double-bonded to either; empty when the molecule has no ring.
   *
   * @throws IllegalArgumentException if it cannot be had: see {@link #problem(int, Derived)}
   */
  public String scaffold(int row) {
    return scaffolds.get().get(row).orThrow(Derived.SCAFFOLD.toString(), row);
  }

  private Graphs flatten() {
    return new Graphs(
        graphs.get().stream().map(row -> row.ok() ? row.value() : Graph.NONE).toList());
  }

  private BondFeatures featuresOfBonds() {
    List<Outcome<byte[]>> found = bonds.get();
    return new BondFeatures(
        IntStream.range(0, size())
            .mapToObj(r -> parsed(r) ? found.get(r).orThrow("bond features", r) : new byte[0])
            .toList());
  }

  private <T> Lazy<List<Outcome<T>>> lazy(Kind<T> kind) {
    return new Lazy<>(() -> cache.map(kept -> kept(kept, kind)).orElseGet(() -> compute(kind)));
  }

  private <T> List<Outcome<T>> kept(Cache cache, Kind<T> kind) {
    String key = CacheKey.of(smiles, kind);
    return cache
        .read(key, kind)
        .orElseGet(
            () -> {
              List<Outcome<T>> computed = compute(kind);
              cache.write(key, kind, computed);
              return computed;
            });
  }

  private <T> List<Outcome<T>> compute(Kind<T> kind) {
    return Computation.run(smiles, kind, threads);
  }
}
