package org.taskaffinity.runtime.vector;

/**
 * Which (atom, channel) pairs of a layer pass a gradient on, by atom and by channel: about a third
 * after ReLU and dropout, and the same ones for every task.
 */
final class Lists {
  private static final int W = Lanes.PANEL;

  private int rows;
  private int channels;
  private int[] byRow = {};
  private int[] rowCounts = {};
  private int[] byChannel = {};
  private int[] channelCounts = {};

  void shape(int rows, int channels) {
    this.rows = rows;
    this.channels = channels;
    if (byRow.length < rows * channels) {
      byRow = new int[rows * channels];
      byChannel = new int[rows * channels];
    }
    rowCounts = rowCounts.length < rows ? new int[rows] : rowCounts;
    channelCounts = channelCounts.length < channels ? new int[channels] : channelCounts;
  }

  /** Finds the live channels of some rows: all of them, or where h &gt; 0. */
  void findChannels(Matrix h, boolean all, int first, int end) {
    for (int row = first; row < end; row++) {
      int count = 0;
      for (int c = 0; c < channels; c++) {
        if (all || h.data[h.at(c / W, row) + c % W] > 0) {
          byRow[row * channels + count++] = c;
        }
      }
      rowCounts[row] = count;
    }
  }

  /** Finds the live rows of some channels. */
  void findRows(Matrix h, boolean all, int first, int end) {
    for (int c = first; c < end; c++) {
      int from = h.at(c / W) + c % W;
      int count = c * rows;
      for (int row = 0; row < rows; row++) {
        if (all || h.data[from + row * W] > 0) {
          byChannel[count++] = row * W;
        }
      }
      channelCounts[c] = count - c * rows;
    }
  }

  /** The live channels of all rows, from {@link #firstOf} of a row on. */
  int[] channels() {
    return byRow;
  }

  int firstOf(int row) {
    return row * channels;
  }

  int count(int row) {
    return rowCounts[row];
  }

  /** Copies one channel's live rows, as offsets within a panel; returns how many. */
  int rowsOf(int channel, int[] out) {
    System.arraycopy(byChannel, channel * rows, out, 0, channelCounts[channel]);
    return channelCounts[channel];
  }
}
