package org.taskaffinity.runtime.encoder.gat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.taskaffinity.runtime.encoder.GraphBatch;
import org.taskaffinity.runtime.encoder.GraphSource;
import org.taskaffinity.runtime.encoder.Masking;
import org.taskaffinity.runtime.encoder.Structure;
import org.taskaffinity.runtime.tensor.Dropout;
import org.taskaffinity.runtime.tensor.Slab;

/**
 * What each atom attends to: itself, then its neighbours in the order of the bonds, in as many
 * places as the atom with most neighbours needs. A place that is left over names the atom itself
 * and is marked absent.
 */
final class AttentionBatch extends GraphBatch {
  /** Added to the score of an absent place: e to this power is 0. */
  private static final float NEVER = -1e30f;

  private final GraphSource source;
  private final int heads;
  private final Dropout dropout;
  private final long stream;
  private final Slab index = new Slab();
  private final Slab absent = new Slab();
  private final List<Slab> masks;
  private float[] features = {};
  private int[] links = {};
  private int[] counts = {};
  private int[] drawn = {};
  private int width;

  AttentionBatch(GraphSource source, int heads, Masking masking) {
    super(source);
    this.source = source;
    this.heads = heads;
    dropout = new Dropout(masking.rate());
    stream = masking.seeds().key("dropout/attention");
    masks = Stream.generate(Slab::new).limit(masking.widths().size()).toList();
  }

  @Override
  protected void write(FloatBuffer inputs) {
    width = 1;
    for (int row : rows()) {
      countLinks(row);
      for (int i = 0; i < source.atoms(row); i++) {
        width = Math.max(width, counts[i]);
      }
    }
    LongBuffer out = index.longs(count() * width);
    FloatBuffer gone = absent.floats(count() * width);
    int first = 0;
    for (int row : rows()) {
      features(row, inputs);
      links(row, first, out, gone);
      first += source.atoms(row);
    }
  }

  private void features(int row, FloatBuffer inputs) {
    int size = source.atoms(row) * source.featureCount();
    features = features.length < size ? new float[size] : features;
    source.features(row, features, 0);
    inputs.put(features, 0, size);
  }

  private void links(int row, int first, LongBuffer out, FloatBuffer gone) {
    fill(row, width);
    for (int i = 0; i < source.atoms(row); i++) {
      for (int s = 0; s < width; s++) {
        boolean there = s < counts[i];
        out.put(first + (there ? links[i * width + s] : i));
        gone.put(there ? 0 : NEVER);
      }
    }
  }

  @Override
  public void drawMasks(long step) {
    for (int layer = 0; layer < masks.size(); layer++) {
      IntBuffer out = masks.get(layer).ints(count() * width * heads);
      for (int row : rows()) {
        mask(row, Dropout.key(stream, step, row, layer), out);
      }
    }
  }

  /** Draws which links of a molecule live, by their own order: whoever shares the batch. */
  private void mask(int row, long key, IntBuffer out) {
    countLinks(row);
    int atoms = source.atoms(row);
    int all = Arrays.stream(counts, 0, atoms).sum() * heads;
    drawn = drawn.length < all ? new int[all] : drawn;
    dropout.mask(key, IntBuffer.wrap(drawn), all);
    int next = 0;
    int[] none = new int[width * heads];
    for (int i = 0; i < atoms; i++) {
      int own = counts[i] * heads;
      out.put(drawn, next, own).put(none, 0, none.length - own);
      next += own;
    }
  }

  @Override
  public Structure structure(NDManager manager, DataType type, boolean masked) {
    List<NDArray> drops =
        masked
            ? masks.stream().map(m -> m.tensor(manager, type, count(), width, heads)).toList()
            : List.of();
    return new Neighbours(
        index.indices(manager, count(), width),
        absent.tensor(manager, type, count(), width, 1),
        drops,
        pool(manager, type));
  }

  private void countLinks(int row) {
    int atoms = source.atoms(row);
    counts = counts.length < atoms ? new int[atoms] : counts;
    Arrays.fill(counts, 0, atoms, 1);
    for (int bond = 0; bond < source.bonds(row); bond++) {
      counts[source.bondFrom(row, bond)]++;
      counts[source.bondTo(row, bond)]++;
    }
  }

  private void fill(int row, int width) {
    int atoms = source.atoms(row);
    links = links.length < atoms * width ? new int[atoms * width] : links;
    counts = counts.length < atoms ? new int[atoms] : counts;
    for (int i = 0; i < atoms; i++) {
      links[i * width] = i;
      counts[i] = 1;
    }
    for (int bond = 0; bond < source.bonds(row); bond++) {
      int from = source.bondFrom(row, bond);
      int to = source.bondTo(row, bond);
      links[from * width + counts[from]++] = to;
      links[to * width + counts[to]++] = from;
    }
  }
}
