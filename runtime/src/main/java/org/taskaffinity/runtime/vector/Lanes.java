package org.taskaffinity.runtime.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How wide this machine's vectors are, and with that a panel of a matrix. */
final class Lanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats of a vector. */
  static final int COUNT = SPECIES.length();

  /** Floats of a panel's row: two vectors, so that a tile of four rows fills 16 registers. */
  static final int PANEL = 2 * COUNT;

  private Lanes() {}

  /** Panels that hold so many columns. */
  static int panels(int columns) {
    return (columns + PANEL - 1) / PANEL;
  }

  /** Columns with the zeros that fill the last panel. */
  static int padded(int columns) {
    return panels(columns) * PANEL;
  }

  /** The same array, or a roomier one where it is too small; what it held is gone then. */
  static float[] sized(float[] array, int size) {
    return array.length < size ? new float[size + size / 8] : array;
  }
}
