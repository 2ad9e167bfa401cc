package org.taskaffinity.runtime.vector;

/** ∂A = ∂Y Wᵀ of one row and a panel of tasks: at every channel of A, or at the live ones. */
final class LiveProduct {
  private static final int W = Lanes.PANEL;

  private final int in;
  private final int channels;

  /** W by rows, for picking some. */
  private final float[] weights;

  LiveProduct(Layer layer) {
    in = Lanes.padded(layer.size.in());
    channels = Lanes.padded(layer.size.out());
    weights = new float[in * channels];
  }

  /** Copies a slice's share of W. */
  void take(Tensor weight, float[] values, int from, int end) {
    for (int i = from; i < end; i++) {
      for (int c = 0; c < channels; c += W) {
        int panel = weight.panel(0, c / W);
        System.arraycopy(values, panel + i * W, weights, i * channels + c, W);
      }
    }
  }

  /** Every channel of A. */
  void every(float[] y, int from, float[] to, int target) {
    for (int i = 0; i < in; i += Tile.ROWS) {
      four(i, i + 1, i + 2, i + 3, y, from, to, target);
    }
  }

  /** The channels of A where a row is live. */
  void live(Lists lists, int row, float[] y, int from, float[] to, int target) {
    int[] list = lists.channels();
    int first = lists.firstOf(row);
    int last = first + lists.count(row) - 1;
    for (int k = first; k <= last; k += Tile.ROWS) {
      int i = list[k];
      int j = list[Math.min(k + 1, last)];
      int m = list[Math.min(k + 2, last)];
      four(i, j, m, list[Math.min(k + 3, last)], y, from, to, target);
    }
  }

  private void four(int i, int j, int k, int l, float[] y, int from, float[] to, int at) {
    Tile.picked(
        weights,
        i * channels,
        j * channels,
        k * channels,
        l * channels,
        channels,
        y,
        from,
        to,
        at + i * W,
        at + j * W,
        at + k * W,
        at + l * W);
  }
}
