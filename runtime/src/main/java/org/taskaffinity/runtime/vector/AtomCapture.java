package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * A graph layer whose V differs from atom to atom: d holds ∂H where the lists say that it lives,
 * for one panel of tasks, and V is that times what dropout kept. Behind a layer norm ∂Y is nowhere
 * zero; d is then made ∂Y in place.
 */
final class AtomCapture extends GraphCapture {
  private final boolean everywhere;

  /** Each slice's room for live rows side by side. */
  private final float[][] side = new float[WorkerTeam.SLICES][Products.BLOCK * W];

  AtomCapture(Layer layer, int taskPanels, float kept) {
    super(layer, taskPanels, kept);
    everywhere = layer.norm == Norm.LAYER;
  }

  @Override
  void shape(BatchSlices scene) {
    super.shape(scene);
    d = Lanes.sized(d, rows * channels * W);
  }

  @Override
  boolean everywhere() {
    return everywhere;
  }

  @Override
  void fromPool(int q, BatchSlices scene, float[] values, float[] pooled, WorkerTeam team) {
    int[] starts = scene.arrays.starts();
    team.each(
        slice -> {
          for (int b = scene.firstMolecule(slice); b < scene.firstMolecule(slice + 1); b++) {
            float share = 1f / (starts[b + 1] - starts[b]);
            for (int c = 0; c < channels; c++) {
              for (int n = starts[b]; n < starts[b + 1]; n++) {
                TaskLanes.scaled(pooled, at(b, c), share, d, at(n, c));
              }
            }
          }
        });
    norm(q, scene, values, team);
  }

  /** Layer norm: d holds ∂H everywhere; makes it ∂Y. */
  private void norm(int q, BatchSlices scene, float[] values, WorkerTeam team) {
    backRows(q, scene, values, team);
    team.each(
        slice -> {
          float[] own = packed[slice];
          for (int c = first(slice); c < first(slice + 1); c++) {
            for (int n = 0; n < rows; n++) {
              System.arraycopy(d, at(n, c), own, n * W, W);
            }
            sums.keepBias(q, c, own, 0, rows);
          }
        });
  }

  /** Takes ∂H of one atom from the layer above, whose (Â∂Y)[n] is y. */
  void take(LiveProduct above, int n, float[] y, int slice) {
    if (everywhere) {
      above.every(y, 0, d, at(n, 0));
      return;
    }
    above.live(lists, n, y, 0, d, at(n, 0));
    int first = lists.firstOf(n);
    for (int k = first; k < first + lists.count(n); k++) {
      int c = lists.channels()[k];
      sums.add(slice, c, d, at(n, c), kept, kept * x(n, c));
    }
  }

  /** When all atoms have been taken. */
  void taken(int q, BatchSlices scene, float[] values, WorkerTeam team) {
    if (everywhere) {
      norm(q, scene, values, team);
      return;
    }
    team.each(
        slice -> {
          for (int c = first(slice); c < first(slice + 1); c++) {
            sums.gather(c);
            sums.keep(q, c);
            if (layer.norm == Norm.BATCH) {
              sums.means(c, rows);
            }
          }
        });
  }

  @Override
  void mixed(BatchSlices scene, int b, int n, float[] y) {
    beginMixed(n, y);
    float share = everywhere ? 1 : kept;
    int[] starts = scene.arrays.linkStarts();
    int[] live = lists.channels();
    for (int link = starts[n]; link < starts[n + 1]; link++) {
      int other = scene.arrays.links()[link];
      float a = share * scene.arrays.weights()[link];
      int first = lists.firstOf(other);
      for (int k = first; k < first + lists.count(other); k++) {
        int c = live[k];
        Channels.add(y, c * W, a * factor[c], d, at(other, c));
      }
    }
  }

  private void beginMixed(int n, float[] y) {
    if (layer.norm != Norm.BATCH) {
      Arrays.fill(y, 0, channels * W, 0f);
      return;
    }
    for (int c = 0; c < channels; c++) {
      float f = -factor[c];
      float x = ax.data[ax.at(c / W, n) + c % W];
      TaskLanes.both(f * a1[n], sums.m1, f * x, sums.m2, c * W, y, c * W);
    }
  }

  @Override
  void addLive(int c, BatchSlices scene, int slice, float[] gradient, int to) {
    float[] own = packed[slice];
    int count = lists.rowsOf(c, list[slice]);
    float f = everywhere ? 1 : kept * factor[c];
    for (int m = 0; m < count; m++) {
      TaskLanes.scaled(d, at(list[slice][m] / W, c), f, own, m * W);
    }
    Matrix a = layer.input;
    float[] rows = side[slice];
    Products.listed(a, layer.inPanels(), list[slice], count, own, gradient, to, rows);
  }
}
