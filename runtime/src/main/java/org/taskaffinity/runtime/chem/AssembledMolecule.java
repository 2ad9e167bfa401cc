package org.taskaffinity.runtime.chem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One molecule made in code.
 *
 * @param smiles canonical
 * @param counts how often each kind of substituent is in it
 */
record AssembledMolecule(String smiles, byte[] counts) {
  private static final int KINDS = Substituents.NAMES.size();

  /** All molecules of an assembly, in order; nobody measures them, for they are made together. */
  static final Kind<AssembledMolecule> KIND =
      new Kind<>(
          "assembly",
          () -> {
            throw new IllegalStateException("An assembly is made, not measured.");
          },
          AssembledMolecule::bytes,
          AssembledMolecule::of);

  private byte[] bytes() {
    byte[] text = smiles.getBytes(StandardCharsets.UTF_8);
    byte[] out = Arrays.copyOf(counts, KINDS + text.length);
    System.arraycopy(text, 0, out, KINDS, text.length);
    return out;
  }

  private static AssembledMolecule of(byte[] bytes) {
    return new AssembledMolecule(
        new String(bytes, KINDS, bytes.length - KINDS, StandardCharsets.UTF_8),
        Arrays.copyOf(bytes, KINDS));
  }

  /** The counts as numbers to make labels from. */
  double[] features() {
    double[] features = new double[KINDS];
    Arrays.setAll(features, kind -> counts[kind]);
    return features;
  }
}
