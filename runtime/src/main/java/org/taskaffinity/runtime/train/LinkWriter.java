package org.taskaffinity.runtime.train;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.taskaffinity.runtime.network.Dropout;

/**
 * Writes what each atom attends to: itself, then its neighbours in the order of the bonds, in as
 * many places as the atom with most neighbours needs. A place that is left over names the atom
 * itself and is marked absent.
 */
final class LinkWriter {
  /** Added to the score of an absent place: e to this power is 0. */
  private static final float NEVER = -1e30f;

  private final GraphSource source;
  private int[] links = {};
  private int[] counts = {};
  private int[] drawn = {};

  LinkWriter(GraphSource source) {
    this.source = source;
  }

  void write(Batch batch) {
    int width = 1;
    for (int row : batch.rows) {
      count(row);
      for (int i = 0; i < source.atoms(row); i++) {
        width = Math.max(width, counts[i]);
      }
    }
    batch.linkWidth = width;
    LongBuffer out = batch.links.longs(batch.atoms * width);
    FloatBuffer absent = batch.absent.floats(batch.atoms * width);
    int first = 0;
    for (int row : batch.rows) {
      int atoms = source.atoms(row);
      fill(row, width);
      for (int i = 0; i < atoms; i++) {
        for (int s = 0; s < width; s++) {
          boolean there = s < counts[i];
          out.put(first + (there ? links[i * width + s] : i));
          absent.put(there ? 0 : NEVER);
        }
      }
      first += atoms;
    }
  }

  /** Draws which links of a molecule live, by their own order: whoever shares the batch. */
  void mask(int row, int heads, int width, long key, Dropout dropout, IntBuffer out) {
    count(row);
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

  private void count(int row) {
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
