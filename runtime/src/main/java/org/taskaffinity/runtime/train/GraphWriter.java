package org.taskaffinity.runtime.train;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.taskaffinity.runtime.compile.Aggregation;

/**
 * Writes molecules side by side into a batch: ÂX, the entries of Â, and the pooling matrix.
 *
 * <pre>
 *   Â = D^−½ (A + I) D^−½,  D_ii = 1 + bonds of atom i        (Kipf and Welling 2017, eq. 2)
 * </pre>
 *
 * <p>An atom alone has Â = 1. Where atoms are summed, A + I stands for Â; where they attend, I.
 */
final class GraphWriter {
  private final GraphSource source;
  private final int features;
  private float[] plain = {};
  private float[] mixed = {};
  private float[] scale = {};
  private final Aggregation.Reads reads;

  GraphWriter(GraphSource source, Aggregation.Reads reads) {
    this.source = source;
    this.reads = reads;
    features = source.featureCount();
  }

  int atoms(int row) {
    return source.atoms(row);
  }

  void write(Batch batch) {
    int atoms = 0;
    int bonds = 0;
    for (int row : batch.rows) {
      atoms += source.atoms(row);
      bonds += source.bonds(row);
    }
    batch.atoms = atoms;
    batch.edgeCount = atoms + 2 * bonds;
    FloatBuffer inputs = batch.inputs.floats(atoms * features);
    LongBuffer edges = batch.edges.longs(2 * batch.edgeCount);
    FloatBuffer weights = batch.edgeWeights.floats(batch.edgeCount);
    FloatBuffer pool = batch.pool.floats(batch.rows.length * atoms);
    int first = 0;
    int edge = 0;
    for (int b = 0; b < batch.rows.length; b++) {
      int row = batch.rows[b];
      scales(row);
      aggregate(row, inputs);
      edge = adjacency(row, first, edge, batch.edgeCount, edges, weights);
      pool(b, atoms, first, source.atoms(row), pool);
      first += source.atoms(row);
    }
  }

  /** Writes the same as arrays, without the pooling matrix. */
  void writeArrays(Batch batch) {
    int molecules = batch.rows.length;
    int[] starts = new int[molecules + 1];
    int bonds = 0;
    for (int b = 0; b < molecules; b++) {
      starts[b + 1] = starts[b] + source.atoms(batch.rows[b]);
      bonds += source.bonds(batch.rows[b]);
    }
    batch.atoms = starts[molecules];
    batch.edgeCount = batch.atoms + 2 * bonds;
    float[] all = new float[batch.atoms * features];
    int[] linkStarts = new int[batch.atoms + 1];
    int[] links = new int[batch.edgeCount];
    float[] weights = new float[batch.edgeCount];
    for (int b = 0; b < molecules; b++) {
      int row = batch.rows[b];
      scales(row);
      mix(row);
      System.arraycopy(mixed, 0, all, starts[b] * features, source.atoms(row) * features);
      links(row, starts[b], linkStarts, links, weights);
    }
    batch.arrays = new BatchArrays(all, starts, linkStarts, links, weights);
  }

  /** The links of a molecule's atoms, side by side. */
  private void links(int row, int first, int[] starts, int[] links, float[] weights) {
    int atoms = source.atoms(row);
    for (int i = 0; i < atoms; i++) {
      starts[first + i + 1] = 1;
    }
    for (int bond = 0; bond < source.bonds(row); bond++) {
      starts[first + source.bondFrom(row, bond) + 1]++;
      starts[first + source.bondTo(row, bond) + 1]++;
    }
    int[] next = new int[atoms];
    for (int i = 0; i < atoms; i++) {
      next[i] = starts[first + i];
      starts[first + i + 1] += starts[first + i];
      links[next[i]] = first + i;
      weights[next[i]++] = scale[i] * scale[i];
    }
    for (int bond = 0; bond < source.bonds(row); bond++) {
      int from = source.bondFrom(row, bond);
      int to = source.bondTo(row, bond);
      links[next[from]] = first + to;
      weights[next[from]++] = scale[from] * scale[to];
      links[next[to]] = first + from;
      weights[next[to]++] = scale[from] * scale[to];
    }
  }

  /** scale[i] = D_ii^−½. */
  private void scales(int row) {
    int atoms = source.atoms(row);
    scale = scale.length < atoms ? new float[atoms] : scale;
    Arrays.fill(scale, 0, atoms, 1f);
    if (reads != Aggregation.Reads.NORMALISED) {
      return;
    }
    for (int bond = 0; bond < source.bonds(row); bond++) {
      scale[source.bondFrom(row, bond)]++;
      scale[source.bondTo(row, bond)]++;
    }
    for (int i = 0; i < atoms; i++) {
      scale[i] = (float) (1 / Math.sqrt(scale[i]));
    }
  }

  private void aggregate(int row, FloatBuffer out) {
    mix(row);
    boolean listed = reads == Aggregation.Reads.LISTED;
    out.put(listed ? plain : mixed, 0, source.atoms(row) * features);
  }

  /** mixed = ÂX of one molecule. */
  private void mix(int row) {
    int size = source.atoms(row) * features;
    if (plain.length < size) {
      plain = new float[size];
      mixed = new float[size];
    }
    source.features(row, plain, 0);
    for (int i = 0; i < source.atoms(row); i++) {
      for (int f = i * features; f < (i + 1) * features; f++) {
        mixed[f] = scale[i] * scale[i] * plain[f];
      }
    }
    for (int bond = 0; bond < source.bonds(row); bond++) {
      int from = source.bondFrom(row, bond);
      int to = source.bondTo(row, bond);
      addRow(from, to);
      addRow(to, from);
    }
  }

  private void addRow(int to, int from) {
    float weight = scale[to] * scale[from];
    int target = to * features;
    int origin = from * features;
    for (int f = 0; f < features; f++) {
      mixed[target + f] += weight * plain[origin + f];
    }
  }

  private int adjacency(
      int row, int first, int start, int edgeCount, LongBuffer edges, FloatBuffer weights) {
    int edge = start;
    for (int i = 0; i < source.atoms(row); i++) {
      edges.put(edge, first + i).put(edgeCount + edge, first + i);
      weights.put(edge++, scale[i] * scale[i]);
    }
    for (int bond = 0; bond < source.bonds(row); bond++) {
      int from = source.bondFrom(row, bond);
      int to = source.bondTo(row, bond);
      float weight = scale[from] * scale[to];
      edges.put(edge, first + from).put(edgeCount + edge, first + to);
      weights.put(edge++, weight);
      edges.put(edge, first + to).put(edgeCount + edge, first + from);
      weights.put(edge++, weight);
    }
    return edge;
  }

  private static void pool(int b, int atoms, int first, int own, FloatBuffer pool) {
    for (int i = 0; i < atoms; i++) {
      boolean mine = i >= first && i < first + own;
      pool.put(b * atoms + i, mine ? 1f / own : 0f);
    }
  }
}
