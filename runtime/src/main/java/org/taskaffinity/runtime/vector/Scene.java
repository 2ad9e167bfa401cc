package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.BatchArrays;

/**
 * One batch, and which thread owns which of its molecules: neighbours, about the same number of
 * atoms each.
 */
final class Scene {
  final Batch batch;
  final BatchArrays arrays;
  final int molecules;
  final int atoms;
  final int[] ids;
  private final int[] firstMolecule;

  Scene(Batch batch, int threads) {
    this.batch = batch;
    arrays = batch.arrays();
    if (arrays == null) {
      throw new IllegalArgumentException("The batch was made for tensors; ask for arrays.");
    }
    ids = batch.rows();
    molecules = ids.length;
    atoms = batch.atoms();
    firstMolecule = new int[threads + 1];
    for (int t = 1; t <= threads; t++) {
      int until = (int) ((long) atoms * t / threads);
      int found = Arrays.binarySearch(arrays.starts(), 0, molecules + 1, until);
      firstMolecule[t] = t == threads ? molecules : found >= 0 ? found : nearer(-found - 1, until);
    }
  }

  private int nearer(int after, int until) {
    int[] starts = arrays.starts();
    return starts[after] - until < until - starts[after - 1] ? after : after - 1;
  }

  int firstMolecule(int thread) {
    return firstMolecule[thread];
  }

  int firstAtom(int thread) {
    return arrays.starts()[firstMolecule[thread]];
  }

  int ownAtoms(int thread) {
    return firstAtom(thread + 1) - firstAtom(thread);
  }

  /** The first of a thread's share of n things. */
  static int share(int n, int thread, int threads) {
    return (int) ((long) n * thread / threads);
  }
}
