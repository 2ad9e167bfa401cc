package org.taskaffinity.runtime.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.taskaffinity.runtime.encoder.GraphSource;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.train.Labels;

/**
 * Random graphs that look like molecules from afar: chains with branches and some rings, features
 * mostly zero, labels that depend on the graph a little.
 */
public final class SyntheticMolecules implements GraphSource, Labels {
  /** Features of a bond. */
  public static final int BOND_FEATURES = 3;

  private final int features;
  private final float[][] x;
  private final int[][] from;
  private final int[][] to;
  private final float[][] labels;
  private final boolean[][] present;

  /**
   * @param count molecules
   * @param atoms mean atoms of a molecule, at least 1; the sizes differ by up to half of it
   * @param features of an atom
   * @param tasks K
   * @param missing fraction of labels to leave out, in [0, 1)
   */
  public SyntheticMolecules(
      int count, int atoms, int features, int tasks, double missing, Seeds seeds) {
    this.features = features;
    RandomGenerator random = seeds.stream("synthetic");
    x = new float[count][];
    from = new int[count][];
    to = new int[count][];
    labels = new float[count][tasks];
    present = new boolean[count][tasks];
    for (int row = 0; row < count; row++) {
      // Pairs of rows share 2 · atoms, so that any even batch in order has the mean exactly.
      int spread = atoms / 2 == 0 ? 0 : (row / 2 * 7) % (atoms / 2);
      int size = row % 2 == 0 ? atoms - spread : atoms + spread;
      graph(row, size, random);
      atoms(row, size, random);
      labels(row, missing, random);
    }
  }

  private void graph(int row, int size, RandomGenerator random) {
    int rings = size / 8;
    int[] a = new int[size - 1 + rings];
    int[] b = new int[a.length];
    for (int i = 1; i < size; i++) {
      a[i - 1] = i;
      b[i - 1] = random.nextInt(5) == 0 ? random.nextInt(i) : i - 1;
    }
    for (int r = 0; r < rings; r++) {
      int end = 5 + random.nextInt(size - 5);
      a[size - 1 + r] = end;
      b[size - 1 + r] = end - 5;
    }
    from[row] = a;
    to[row] = b;
  }

  private void atoms(int row, int size, RandomGenerator random) {
    x[row] = new float[size * features];
    for (int i = 0; i < x[row].length; i++) {
      x[row][i] = random.nextInt(6) == 0 ? 1 : 0;
    }
    for (int atom = 0; atom < size; atom++) {
      x[row][atom * features + random.nextInt(features)] = 1;
    }
  }

  private void labels(int row, double missing, RandomGenerator random) {
    double mean = 0;
    for (float value : x[row]) {
      mean += value / x[row].length;
    }
    for (int t = 0; t < labels[row].length; t++) {
      double lean = (t % 2 == 0 ? 1 : -1) * 20 * (mean - 1 / 6.0);
      labels[row][t] = lean + random.nextGaussian() > 0 ? 1 : 0;
      present[row][t] = random.nextDouble() >= missing;
    }
  }

  /** Row numbers 0 … count − 1. */
  public int[] rows() {
    int[] rows = new int[x.length];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  @Override
  public int featureCount() {
    return features;
  }

  @Override
  public int atoms(int row) {
    return x[row].length / features;
  }

  @Override
  public int bonds(int row) {
    return from[row].length;
  }

  @Override
  public int bondFrom(int row, int bond) {
    return from[row][bond];
  }

  @Override
  public int bondTo(int row, int bond) {
    return to[row][bond];
  }

  @Override
  public void features(int row, float[] out, int offset) {
    System.arraycopy(x[row], 0, out, offset, x[row].length);
  }

  @Override
  public int bondFeatureCount() {
    return BOND_FEATURES;
  }

  /** One 1 for each bond, at a place that its ends decide on. */
  @Override
  public void bondFeatures(int row, float[] out, int offset) {
    for (int bond = 0; bond < bonds(row); bond++) {
      int one = (from[row][bond] + to[row][bond]) % BOND_FEATURES;
      for (int f = 0; f < BOND_FEATURES; f++) {
        out[offset + bond * BOND_FEATURES + f] = f == one ? 1 : 0;
      }
    }
  }

  @Override
  public boolean present(int row, int task) {
    return present[row][task];
  }

  @Override
  public float value(int row, int task) {
    return labels[row][task];
  }
}
