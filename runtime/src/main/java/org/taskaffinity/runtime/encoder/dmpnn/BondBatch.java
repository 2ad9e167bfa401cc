package org.taskaffinity.runtime.encoder.dmpnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.taskaffinity.runtime.encoder.GraphBatch;
import org.taskaffinity.runtime.encoder.GraphSource;
import org.taskaffinity.runtime.encoder.Masking;
import org.taskaffinity.runtime.encoder.Structure;
import org.taskaffinity.runtime.tensor.Dropout;
import org.taskaffinity.runtime.tensor.Slab;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * Directed bonds, molecule after molecule: bond b of a molecule from its first atom to its second,
 * then back. Where no molecule has a bond, there is one of zeros that leads nowhere, since tensors
 * without rows cannot be multiplied.
 */
final class BondBatch extends GraphBatch {
  private final GraphSource source;
  private final int width;
  private final int hidden;
  private final Dropout dropout;
  private final long stream;
  private final Slab inputs = new Slab();
  private final Slab places = new Slab();
  private final Slab ones = new Slab();
  private final Slab start = new Slab();
  private final Slab reverse = new Slab();
  private final List<Slab> masks;
  private float[] atoms = {};
  private float[] bonds = {};
  private int directed;

  BondBatch(GraphSource source, DirectedMessages kind, Masking masking) {
    super(source);
    this.source = source;
    if (source.bondFeatureCount() != kind.bondFeatures()) {
      throw new IllegalArgumentException(
          "The encoder reads bonds with %d features; the data has bonds with %d."
              .formatted(kind.bondFeatures(), source.bondFeatureCount()));
    }
    width = source.featureCount() + kind.bondFeatures();
    hidden = masking.widths().get(0);
    dropout = new Dropout(masking.rate());
    stream = masking.seeds().key("dropout/message");
    masks = Stream.generate(Slab::new).limit(kind.depth() - 1).toList();
  }

  @Override
  protected void write(FloatBuffer out) {
    directed = Math.max(1, 2 * bonds());
    FloatBuffer features = inputs.floats(directed * width);
    LongBuffer ends = places.longs(2 * directed);
    FloatBuffer entries = ones.floats(directed);
    LongBuffer starts = start.longs(directed);
    LongBuffer reverses = reverse.longs(directed);
    if (bonds() == 0) {
      features.put(new float[width]);
      ends.put(0).put(0);
      entries.put(0);
      starts.put(0);
      reverses.put(0);
    }
    int first = 0;
    int next = 0;
    for (int row : rows()) {
      read(row);
      out.put(atoms, 0, source.atoms(row) * source.featureCount());
      for (int bond = 0; bond < source.bonds(row); bond++) {
        int from = source.bondFrom(row, bond);
        int to = source.bondTo(row, bond);
        direction(from, bond, features);
        direction(to, bond, features);
        ends.put(next, first + to).put(next + 1, first + from);
        ends.put(directed + next, next).put(directed + next + 1, next + 1);
        entries.put(1).put(1);
        starts.put(first + from).put(first + to);
        reverses.put(next + 1).put(next);
        next += 2;
      }
      first += source.atoms(row);
    }
  }

  private void read(int row) {
    int ofAtoms = source.atoms(row) * source.featureCount();
    int ofBonds = source.bonds(row) * source.bondFeatureCount();
    atoms = atoms.length < ofAtoms ? new float[ofAtoms] : atoms;
    bonds = bonds.length < ofBonds ? new float[ofBonds] : bonds;
    source.features(row, atoms, 0);
    source.bondFeatures(row, bonds, 0);
  }

  private void direction(int from, int bond, FloatBuffer out) {
    int ofAtom = source.featureCount();
    int ofBond = source.bondFeatureCount();
    out.put(atoms, from * ofAtom, ofAtom).put(bonds, bond * ofBond, ofBond);
  }

  /** Units of a molecule's directed bonds in their own order: whoever shares the batch. */
  @Override
  public void drawMasks(long step) {
    for (int update = 0; update < masks.size(); update++) {
      IntBuffer out = masks.get(update).ints(directed * hidden);
      for (int row : rows()) {
        long key = Dropout.key(stream, step, row, update);
        dropout.mask(key, out, 2 * source.bonds(row) * hidden);
      }
      while (out.hasRemaining()) {
        out.put(0);
      }
    }
  }

  @Override
  public Structure structure(NDManager manager, DataType type, boolean masked) {
    NDArray incoming =
        Torch.sparse(
            places.indices(manager, 2, directed),
            ones.tensor(manager, type, directed),
            new Shape(count(), directed));
    return new Bonds(
        inputs.tensor(manager, type, directed, width),
        incoming,
        start.indices(manager, directed),
        reverse.indices(manager, directed),
        masked
            ? masks.stream().map(m -> m.tensor(manager, type, directed, hidden)).toList()
            : List.of(),
        pool(manager, type));
  }
}
