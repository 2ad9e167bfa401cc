package org.taskaffinity.runtime.chem;

import java.nio.file.Path;
import java.util.List;

/** Times the graphs of Tox21 in a JVM that has done nothing before; {@link ColdStartTest}. */
final class ColdStart {
  private ColdStart() {}

  /** Prints seconds from SMILES to features; the argument is the cache folder. */
  public static void main(String[] arguments) {
    List<String> smiles = Golden.published("tox21/tox21.csv.gz");
    long start = System.nanoTime();
    Graphs graphs = Molecules.read(smiles, Path.of(arguments[0]), 2).graphs();
    float[] features = new float[graphs.atomStart(graphs.molecules()) * Graphs.FEATURES];
    for (int m = 0; m < graphs.molecules(); m++) {
      graphs.features(m, features, graphs.atomStart(m) * Graphs.FEATURES);
    }
    System.out.println((System.nanoTime() - start) / 1e9);
  }
}
