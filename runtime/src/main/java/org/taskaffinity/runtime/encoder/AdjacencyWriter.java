package org.taskaffinity.runtime.encoder;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Computes what graphs with an adjacency matrix need, molecule by molecule: ÂX and the entries of
 * Â.
 *
 * <pre>
 *   Â = D^−½ (A + I) D^−½,  D_ii = 1 + bonds of atom i        (Kipf and Welling 2017, eq. 2)
 * </pre>
 *
 * <p>An atom alone has Â = 1. With {@link Weights#SUMMED}, A + I stands for Â. Holds scratch
 * arrays: for one thread at a time.
 */
public final class AdjacencyWriter implements ArrayWriter {

  /** The entries of the matrix. */
  public enum Weights {
    /** Â = D^−½ (A + I) D^−½. */
    NORMALISED,
    /** A + I. */
    SUMMED
  }

  private final GraphSource source;
  private final int features;
  private float[] plain = {};
  private float[] mixed = {};
  private float[] scale = {};
  private final Weights entries;

  public AdjacencyWriter(GraphSource source, Weights entries) {
    this.source = source;
    this.entries = entries;
    features = source.featureCount();
  }

  @Override
  public BatchArrays write(int[] rows) {
    int[] starts = new int[rows.length + 1];
    int bonds = 0;
    for (int b = 0; b < rows.length; b++) {
      starts[b + 1] = starts[b] + source.atoms(rows[b]);
      bonds += source.bonds(rows[b]);
    }
    int atoms = starts[rows.length];
    float[] all = new float[atoms * features];
    int[] linkStarts = new int[atoms + 1];
    int[] links = new int[atoms + 2 * bonds];
    float[] weights = new float[links.length];
    for (int b = 0; b < rows.length; b++) {
      int row = rows[b];
      float[] own = aggregated(row);
      System.arraycopy(own, 0, all, starts[b] * features, source.atoms(row) * features);
      links(row, starts[b], linkStarts, links, weights);
    }
    return new BatchArrays(all, starts, linkStarts, links, weights);
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
    if (entries != Weights.NORMALISED) {
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

  /** ÂX of one molecule, in an array that may be longer; valid until the next call. */
  float[] aggregated(int row) {
    scales(row);
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
    return mixed;
  }

  private void addRow(int to, int from) {
    float weight = scale[to] * scale[from];
    int target = to * features;
    int origin = from * features;
    for (int f = 0; f < features; f++) {
      mixed[target + f] += weight * plain[origin + f];
    }
  }

  /**
   * Writes the entries of one molecule's Â, which {@link #aggregated} was asked for last.
   *
   * @param first number of its first atom in the batch
   * @param start number of its first entry
   * @param edgeCount entries of the whole batch
   * @param edges receives [2, edgeCount], rows then columns
   * @return the number behind its last entry
   */
  int entries(int row, int first, int start, int edgeCount, LongBuffer edges, FloatBuffer weights) {
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
}
