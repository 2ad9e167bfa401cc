package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import org.taskaffinity.runtime.tensor.Slab;

/**
 * Molecules side by side: their atoms' features and the pooling matrix; the bonds are the kind's.
 */
public abstract class GraphBatch implements EncoderBatch {
  private final GraphSource source;
  private final Slab inputs = new Slab();
  private final Slab pool = new Slab();
  private int[] rows = {};
  private int atoms;
  private int bonds;

  protected GraphBatch(GraphSource source) {
    this.source = source;
  }

  /**
   * Writes the features of all atoms, and what the kind reads of the bonds.
   *
   * @param inputs receives [N, F]
   */
  protected abstract void write(FloatBuffer inputs);

  @Override
  public final void write(int[] rows) {
    this.rows = rows;
    atoms = 0;
    bonds = 0;
    for (int row : rows) {
      atoms += source.atoms(row);
      bonds += source.bonds(row);
    }
    write(inputs.floats(atoms * source.featureCount()));
    FloatBuffer out = pool.floats(rows.length * atoms);
    int first = 0;
    for (int b = 0; b < rows.length; b++) {
      int own = source.atoms(rows[b]);
      for (int i = 0; i < atoms; i++) {
        boolean mine = i >= first && i < first + own;
        out.put(b * atoms + i, mine ? 1f / own : 0f);
      }
      first += own;
    }
  }

  /** The rows of the data that are in it. */
  protected final int[] rows() {
    return rows;
  }

  /** Bonds of all molecules in it, each counted once. */
  protected final int bonds() {
    return bonds;
  }

  @Override
  public final int count() {
    return atoms;
  }

  @Override
  public final int count(int row) {
    return source.atoms(row);
  }

  @Override
  public final NDArray inputs(NDManager manager, DataType type) {
    return inputs.tensor(manager, type, atoms, source.featureCount());
  }

  /** The pooling matrix, [B, N]. */
  protected final NDArray pool(NDManager manager, DataType type) {
    return pool.tensor(manager, type, rows.length, atoms);
  }
}
