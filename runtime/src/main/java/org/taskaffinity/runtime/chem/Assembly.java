package org.taskaffinity.runtime.chem;

import java.util.Arrays;
import java.util.List;

/**
 * Molecules made in code, and what they were made of.
 *
 * @param smiles n canonical SMILES, all different
 * @param features [n, d]: how often each substituent is in each molecule
 * @param featureNames d names, such as {@code "nitro"}
 */
public record Assembly(List<String> smiles, double[][] features, List<String> featureNames) {
  public Assembly {
    smiles = List.copyOf(smiles);
    features = copy(features);
    featureNames = List.copyOf(featureNames);
  }

  @Override
  public double[][] features() {
    return copy(features);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
