package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * The graph layer below the mean over atoms, without a layer norm: V is the same for all live atoms
 * of a molecule, so what is summed over atoms is a sum over molecules.
 */
class PooledCapture extends GraphCapture {

  /** V of a live atom, [B][channel][task]. */
  float[] pool = {};

  /** 1 where an atom's channel lives, and Â of that. */
  private final Matrix live = new Matrix();

  private final Matrix alive = new Matrix();

  PooledCapture(Layer layer, int taskPanels, float kept) {
    super(layer, taskPanels, kept);
  }

  @Override
  void shape(BatchSlices scene) {
    super.shape(scene);
    live.shape(rows, layer.size.out());
    alive.shape(rows, layer.size.out());
  }

  @Override
  final void prepare(BatchSlices scene, int slice, float[] values, boolean first) {
    super.prepare(scene, slice, values, first);
    int from = scene.firstAtom(slice);
    int own = scene.ownAtoms(slice);
    for (int p = 0; p < layer.panels(); p++) {
      int at = live.at(p, from);
      Arrays.fill(live.data, at, at + own * W, 1f);
      Channels.live(live.data, at, own, layer.h.data, layer.h.at(p, from), 1);
    }
    mix(live, scene, slice, alive);
  }

  @Override
  final void fromPool(int q, BatchSlices scene, float[] values, float[] pooled, WorkerTeam team) {
    pool = pooled;
    int[] starts = scene.arrays.starts();
    team.each(
        slice -> {
          for (int b = scene.firstMolecule(slice); b < scene.firstMolecule(slice + 1); b++) {
            float share = kept / (starts[b + 1] - starts[b]);
            for (int c = 0; c < channels; c++) {
              TaskLanes.scaled(pool, at(b, c), share, pool, at(b, c));
            }
          }
        });
    team.each(
        slice -> {
          for (int c = first(slice); c < first(slice + 1); c++) {
            sums.clearChannel(c);
            for (int b = 0; b < scene.molecules; b++) {
              addMolecule(c, b, starts);
            }
            sums.keep(q, c);
            if (layer.norm == Norm.BATCH) {
              sums.means(c, rows);
            }
          }
        });
  }

  private void addMolecule(int c, int b, int[] starts) {
    int at = layer.h.at(c / W) + c % W;
    int count = 0;
    float sum = 0;
    for (int n = starts[b]; n < starts[b + 1]; n++) {
      if (layer.h.data[at + n * W] > 0) {
        count++;
        sum += layer.x.data[at + n * W];
      }
    }
    sums.add(0, c, pool, at(b, c), count, sum);
  }

  @Override
  final void mixed(BatchSlices scene, int b, int n, float[] y) {
    boolean batch = layer.norm == Norm.BATCH;
    for (int c = 0; c < channels; c++) {
      float f = factor[c];
      int column = alive.at(c / W, n) + c % W;
      float e = f * alive.data[column];
      if (batch) {
        float x = -f * ax.data[column];
        TaskLanes.mixed(e, pool, at(b, c), -f * a1[n], sums.m1, x, sums.m2, c * W, y, c * W);
      } else {
        TaskLanes.scaled(pool, at(b, c), e, y, c * W);
      }
    }
  }

  /** A molecule's live rows of A are added up first. */
  @Override
  final void addLive(int c, BatchSlices scene, int slice, float[] gradient, int to) {
    float[] own = packed[slice];
    int molecules = scene.molecules;
    for (int b = 0; b < molecules; b++) {
      TaskLanes.scaled(pool, at(b, c), factor[c], own, b * W);
    }
    int count = lists.rowsOf(c, list[slice]);
    Matrix a = layer.input;
    for (int p = 0; p < layer.inPanels(); p++) {
      sumMolecules(a.data, a.at(p), list[slice], count, scene, own, molecules * W);
      for (int j = 0; j < W; j += Tile.ROWS) {
        int target = to + (p * W + j) * W;
        Tile.across(own, molecules * W + j, own, 0, molecules, gradient, target);
      }
    }
  }

  /** Σ of the live rows of each molecule. */
  static void sumMolecules(
      float[] x, int at, int[] live, int count, BatchSlices scene, float[] y, int to) {
    int[] starts = scene.arrays.starts();
    int k = 0;
    for (int b = 0; b < scene.molecules; b++) {
      int first = k;
      while (k < count && live[k] < starts[b + 1] * W) {
        k++;
      }
      Channels.sumListed(x, at, live, first, k, y, to + b * W);
    }
  }
}
