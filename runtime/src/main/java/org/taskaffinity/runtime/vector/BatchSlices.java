package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.runtime.encoder.BatchArrays;
import org.taskaffinity.runtime.train.Batch;

/**
 * One batch, and which slice of the work has which of its molecules: neighbours, about the same
 * number of atoms each.
 */
final class BatchSlices {
  final Batch batch;
  final BatchArrays arrays;
  final int molecules;
  final int atoms;
  final int[] ids;
  private final int[] firstMolecule;

  BatchSlices(Batch batch) {
    this.batch = batch;
    arrays = batch.arrays();
    if (arrays == null) {
      throw new IllegalArgumentException("The batch was made for tensors; ask for arrays.");
    }
    ids = batch.rows();
    molecules = ids.length;
    atoms = batch.atoms();
    firstMolecule = new int[WorkerTeam.SLICES + 1];
    for (int t = 1; t <= WorkerTeam.SLICES; t++) {
      int until = (int) ((long) atoms * t / WorkerTeam.SLICES);
      int found = Arrays.binarySearch(arrays.starts(), 0, molecules + 1, until);
      firstMolecule[t] =
          t == WorkerTeam.SLICES ? molecules : found >= 0 ? found : nearer(-found - 1, until);
    }
  }

  private int nearer(int after, int until) {
    int[] starts = arrays.starts();
    return starts[after] - until < until - starts[after - 1] ? after : after - 1;
  }

  int firstMolecule(int slice) {
    return firstMolecule[slice];
  }

  int firstAtom(int slice) {
    return arrays.starts()[firstMolecule[slice]];
  }

  int ownAtoms(int slice) {
    return firstAtom(slice + 1) - firstAtom(slice);
  }

  /** The first of a slice's share of n things. */
  static int share(int n, int slice) {
    return (int) ((long) n * slice / WorkerTeam.SLICES);
  }
}
