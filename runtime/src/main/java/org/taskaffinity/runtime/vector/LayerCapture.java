package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * One layer's part of a capture.
 *
 * <p>Three kinds. A layer on molecules keeps ∂Y of every task, [task panel][channel][row][task],
 * and never makes a gradient. The graph layer below the pooling, if no layer norm is in it, knows V
 * by molecule. Any other graph layer holds d, [atom][channel][task], for one panel of tasks at a
 * time, valid where the lists say: V without its factor, or with a layer norm ∂Y itself.
 *
 * <p>Graph layers keep ∂W of every task, [task panel][channel][in][task].
 */
final class LayerCapture {
  private static final int W = Lanes.PANEL;

  private final Layer layer;
  private final int taskPanels;
  private final int threads;
  private final float kept;
  private final int channels;
  private final int in;
  private final boolean graph;
  private final Lists lists = new Lists();
  private boolean byMolecule;
  private int rows;
  private int paddedRows;

  /** Row-major W, for picking rows. */
  private final float[] weights;

  private float[] d = {};
  private float[] columns = {};
  private float[] gradient = {};
  private float[] pool = {};

  /** ΣV x̂, ΣV and Σ∂Y of every task, [task panel][3 · channels][task]. */
  private final float[] small;

  private final float[][] sums;
  private final float[][] products;
  private final float[] m1;
  private final float[] m2;
  private final float[] factor;

  /** Â1, Âx̂ and, by molecule, Â of what is live. */
  private float[] a1 = {};

  private final Matrix ax = new Matrix();
  private final Matrix alive = new Matrix();
  private final Matrix live = new Matrix();

  /** Σ A, and Aᵀx̂ as [panels of in][channels][W]. */
  private final float[] inputSum;

  private final float[] inputByX;
  private final float[][] packed;
  private final int[][] list;
  private final Matrix square = new Matrix();

  LayerCapture(Layer layer, int taskPanels, int threads, float kept) {
    this.layer = layer;
    this.taskPanels = taskPanels;
    this.threads = threads;
    this.kept = kept;
    graph = layer.size.graph();
    channels = Lanes.padded(layer.size.out());
    in = Lanes.padded(layer.size.in());
    weights = new float[in * channels];
    small = new float[taskPanels * 3 * channels * W];
    sums = new float[threads][channels * W];
    products = new float[threads][channels * W];
    m1 = new float[channels * W];
    m2 = new float[channels * W];
    factor = new float[channels];
    inputSum = new float[in];
    inputByX = new float[in * channels];
    packed = new float[threads][0];
    list = new int[threads][0];
  }

  int channels() {
    return channels;
  }

  Lists lists() {
    return lists;
  }

  /** Whether a gradient that is the same for all atoms of a molecule stays so through the norm. */
  boolean constantInMolecules() {
    return layer.norm != Norm.LAYER;
  }

  private boolean everywhere() {
    return layer.norm == Norm.LAYER && graph;
  }

  void shape(Scene scene, boolean byMolecule, boolean isGraph) {
    this.byMolecule = byMolecule;
    rows = isGraph ? scene.atoms : scene.molecules;
    paddedRows = Lanes.padded(rows);
    lists.shape(rows, layer.size.out());
    if (isGraph) {
      gradient = TaskCapture.sized(gradient, taskPanels * channels * in * W);
      a1 = TaskCapture.sized(a1, rows);
      ax.shape(rows, layer.size.out());
      alive.shape(rows, layer.size.out());
      live.shape(rows, layer.size.out());
    } else {
      columns = TaskCapture.sized(columns, taskPanels * channels * paddedRows * W);
      square.shape(rows, rows);
    }
    if (!byMolecule) {
      d = TaskCapture.sized(d, rows * channels * W);
    }
    for (int t = 0; t < threads; t++) {
      packed[t] = TaskCapture.sized(packed[t], (rows + scene.molecules) * W);
      list[t] = list[t].length < rows ? new int[rows] : list[t];
    }
  }

  /** Where the layer above puts ∂H, [row][channel][task]. */
  float[] room() {
    return d;
  }

  /** What is the same for all tasks. */
  void prepare(Scene scene, int thread, float[] values, boolean first) {
    int from = Scene.share(in, thread, threads);
    int end = Scene.share(in, thread + 1, threads);
    for (int i = from; i < end && !first; i++) {
      for (int c = 0; c < channels; c += W) {
        System.arraycopy(
            values, layer.weight.panel(0, c / W) + i * W, weights, i * channels + c, W);
      }
    }
    int out = layer.size.out();
    int firstChannel = Scene.share(out, thread, threads);
    int endChannel = Scene.share(out, thread + 1, threads);
    boolean all = everywhere();
    int firstRow = graph ? scene.firstAtom(thread) : scene.firstMolecule(thread);
    int endRow = graph ? scene.firstAtom(thread + 1) : scene.firstMolecule(thread + 1);
    lists.findChannels(layer.h, all, firstRow, endRow);
    lists.findRows(layer.h, all, firstChannel, endChannel);
    for (int c = Scene.share(channels, thread, threads);
        c < Scene.share(channels, thread + 1, threads);
        c++) {
      factor[c] =
          layer.norm == Norm.BATCH ? values[layer.scale.at() + c] * layer.moments[0].inverse[c] : 1;
    }
    if (graph) {
      prepareGraph(scene, thread);
    } else {
      prepareSquare(thread);
    }
  }

  private void prepareGraph(Scene scene, int thread) {
    int[] starts = scene.arrays.linkStarts();
    for (int n = scene.firstAtom(thread); n < scene.firstAtom(thread + 1); n++) {
      float sum = 0;
      for (int link = starts[n]; link < starts[n + 1]; link++) {
        sum += scene.arrays.weights()[link];
      }
      a1[n] = sum;
    }
    int first = scene.firstAtom(thread);
    int own = scene.ownAtoms(thread);
    for (int p = 0; p < layer.panels(); p++) {
      if (byMolecule) {
        Arrays.fill(live.data, live.at(p, first), live.at(p, first + own), 1f);
        Channels.live(live.data, live.at(p, first), own, layer.h.data, layer.h.at(p, first), 1);
      }
      for (int n = first; n < first + own; n++) {
        if (layer.norm == Norm.BATCH) {
          mix(layer.x, p, scene, n, ax);
        }
        if (byMolecule) {
          mix(live, p, scene, n, alive);
        }
      }
    }
    if (layer.norm == Norm.BATCH) {
      int panels = layer.inPanels();
      for (int p = Scene.share(panels, thread, threads);
          p < Scene.share(panels, thread + 1, threads);
          p++) {
        Matrix a = layer.input;
        Channels.sum(a.data, a.at(p), rows, inputSum, p * W);
        int to = p * channels * W;
        Arrays.fill(inputByX, to, to + channels * W, 0f);
        Products.across(
            layer.x.data, 0, layer.x.stride(), layer.panels(), a.data, a.at(p), rows, inputByX, to);
      }
    }
  }

  private static void mix(Matrix x, int p, Scene scene, int n, Matrix y) {
    int[] starts = scene.arrays.linkStarts();
    Channels.mix(
        x.data,
        x.at(p),
        scene.arrays.links(),
        scene.arrays.weights(),
        starts[n],
        starts[n + 1],
        y.data,
        y.at(p, n));
  }

  /** AAᵀ, [B, B] in panels, with zeros where rows fill up. */
  private void prepareSquare(int thread) {
    Matrix a = layer.input;
    int from = Scene.share(rows, thread, threads);
    for (int r = from; r < Scene.share(rows, thread + 1, threads); r++) {
      for (int s = 0; s < paddedRows; s++) {
        double sum = 0;
        for (int p = 0; p < a.panels && s < rows; p++) {
          sum += Channels.dot(a.data, a.at(p, r), a.data, a.at(p, s));
        }
        square.data[square.at(s / W, r) + s % W] = (float) sum;
      }
    }
  }

  // A layer on molecules.

  /** ∂H → ∂Y, for one panel of tasks. */
  void dense(int q, Scene scene, float[] values, Team team) {
    if (layer.norm == Norm.LAYER) {
      team.each(
          thread -> {
            for (int b = scene.firstMolecule(thread); b < scene.firstMolecule(thread + 1); b++) {
              for (int c = 0; c < layer.size.out(); c++) {
                cut(b, c);
              }
            }
          });
      team.each(thread -> smallSums(q, thread));
      team.each(
          thread -> {
            for (int b = scene.firstMolecule(thread); b < scene.firstMolecule(thread + 1); b++) {
              backRow(b, values, thread);
            }
          });
      team.each(thread -> column(q, thread));
    } else {
      team.each(
          thread -> {
            for (int c = first(thread); c < first(thread + 1); c++) {
              for (int b = 0; b < rows; b++) {
                cut(b, c);
              }
            }
            smallSums(q, thread);
            if (layer.norm == Norm.BATCH) {
              backColumns(thread);
            }
            column(q, thread);
          });
    }
  }

  private int first(int thread) {
    return Scene.share(channels, thread, threads);
  }

  private float x(int row, int c) {
    return layer.x.data[layer.x.at(c / W, row) + c % W];
  }

  /** ∂H → V in place. */
  private void cut(int row, int c) {
    int at = (row * channels + c) * W;
    if (layer.h.data[layer.h.at(c / W, row) + c % W] > 0) {
      TaskLanes.scaled(d, at, kept, d, at);
    } else {
      Arrays.fill(d, at, at + W, 0f);
    }
  }

  /** ΣV x̂ and ΣV of a thread's channels, over all rows of d. */
  private void smallSums(int q, int thread) {
    float[] v = sums[0];
    float[] vx = products[0];
    for (int c = first(thread); c < first(thread + 1); c++) {
      Arrays.fill(v, c * W, (c + 1) * W, 0f);
      Arrays.fill(vx, c * W, (c + 1) * W, 0f);
      for (int r = 0; r < rows; r++) {
        TaskLanes.addBoth(d, (r * channels + c) * W, 1, v, x(r, c), vx, c * W);
      }
      keepSmall(q, c, vx, v);
    }
  }

  /** The parameters of a norm; without norm ΣV is the bias's. */
  private void keepSmall(int q, int c, float[] vx, float[] v) {
    int at = (q * 3 * channels + c) * W;
    int step = channels * W;
    boolean scaled = layer.norm != Norm.NONE;
    if (scaled) {
      System.arraycopy(vx, c * W, small, at, W);
      System.arraycopy(v, c * W, small, at + step, W);
    } else {
      System.arraycopy(v, c * W, small, at + 2 * step, W);
    }
  }

  /** V → ∂Y behind a batch norm, for a thread's channels. */
  private void backColumns(int thread) {
    for (int c = first(thread); c < first(thread + 1); c++) {
      means(c, rows);
      for (int r = 0; r < rows; r++) {
        int at = (r * channels + c) * W;
        float f = factor[c];
        TaskLanes.mixed(f, d, at, -f, m1, -f * x(r, c), m2, c * W, d, at);
      }
    }
  }

  /** m₁ and m₂ of one channel from the sums. */
  private void means(int c, int n) {
    TaskLanes.scaled(sums[0], c * W, 1f / n, m1, c * W);
    TaskLanes.scaled(products[0], c * W, 1f / n, m2, c * W);
  }

  /** V → ∂Y of one row behind a layer norm. */
  private void backRow(int row, float[] values, int thread) {
    int out = layer.size.out();
    float[] own = packed[thread];
    Arrays.fill(own, 0, 2 * W, 0f);
    float[] both = own;
    for (int c = 0; c < out; c++) {
      float scale = values[layer.scale.at() + c];
      int at = (row * channels + c) * W;
      Channels.add(both, 0, scale, d, at);
      Channels.add(both, W, scale * x(row, c), d, at);
    }
    float inverse = layer.rowInverse[row];
    float mean = -inverse / out;
    for (int c = 0; c < out; c++) {
      int at = (row * channels + c) * W;
      TaskLanes.scaled(d, at, inverse * values[layer.scale.at() + c], d, at);
      Channels.add(d, at, mean, both, 0);
      Channels.add(d, at, mean * x(row, c), both, W);
    }
  }

  /** Keeps ∂Y by channel, and its sums for the bias behind a layer norm. */
  private void column(int q, int thread) {
    for (int c = first(thread); c < first(thread + 1); c++) {
      int to = (q * channels + c) * paddedRows * W;
      for (int r = 0; r < rows; r++) {
        System.arraycopy(d, (r * channels + c) * W, columns, to + r * W, W);
      }
      Arrays.fill(columns, to + rows * W, to + paddedRows * W, 0f);
      if (layer.norm == Norm.LAYER) {
        Channels.sum(columns, to, rows, small, ((q * 3 + 2) * channels + c) * W);
      }
    }
  }

  /** ∂A for a thread's molecules, all of it or at live channels. */
  void belowDense(Scene scene, int thread, Lists at, float[] to, int width) {
    for (int b = scene.firstMolecule(thread); b < scene.firstMolecule(thread + 1); b++) {
      int from = b * channels * W;
      int target = b * width * W;
      if (at == null) {
        every(d, from, to, target);
      } else {
        picked(at, b, d, from, to, target);
      }
    }
  }

  private void every(float[] y, int from, float[] to, int target) {
    for (int i = 0; i < in; i += Tile.ROWS) {
      four(i, i + 1, i + 2, i + 3, y, from, to, target);
    }
  }

  private void picked(Lists at, int row, float[] y, int from, float[] to, int target) {
    int[] list = at.channels();
    int first = at.firstOf(row);
    int last = first + at.count(row) - 1;
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

  // A graph layer.

  /** From the gradient of the mean over atoms. */
  void fromPool(int q, Scene scene, float[] values, float[] pooled, Team team) {
    pool = pooled;
    int[] starts = scene.arrays.starts();
    team.each(
        thread -> {
          for (int b = scene.firstMolecule(thread); b < scene.firstMolecule(thread + 1); b++) {
            float share = (byMolecule ? kept : 1) / (starts[b + 1] - starts[b]);
            for (int c = 0; c < channels; c++) {
              int at = (b * channels + c) * W;
              TaskLanes.scaled(pool, at, share, pool, at);
              for (int n = starts[b]; n < starts[b + 1] && !byMolecule; n++) {
                System.arraycopy(pool, at, d, (n * channels + c) * W, W);
              }
            }
          }
        });
    if (byMolecule) {
      team.each(thread -> sumsByMolecule(q, scene, thread));
    } else {
      norm(q, scene, values, team);
    }
  }

  private void sumsByMolecule(int q, Scene scene, int thread) {
    int[] starts = scene.arrays.starts();
    float[] v = sums[0];
    float[] vx = products[0];
    for (int c = first(thread); c < first(thread + 1); c++) {
      Arrays.fill(v, c * W, (c + 1) * W, 0f);
      Arrays.fill(vx, c * W, (c + 1) * W, 0f);
      int at = layer.h.at(c / W) + c % W;
      for (int b = 0; b < scene.molecules; b++) {
        int count = 0;
        float sum = 0;
        for (int n = starts[b]; n < starts[b + 1]; n++) {
          if (layer.h.data[at + n * W] > 0) {
            count++;
            sum += layer.x.data[at + n * W];
          }
        }
        TaskLanes.addBoth(pool, (b * channels + c) * W, count, v, sum, vx, c * W);
      }
      keepSmall(q, c, vx, v);
      if (layer.norm == Norm.BATCH) {
        means(c, rows);
      }
    }
  }

  /** Layer norm on a graph: d holds ∂H everywhere; makes it ∂Y. */
  private void norm(int q, Scene scene, float[] values, Team team) {
    team.each(
        thread -> {
          for (int n = scene.firstAtom(thread); n < scene.firstAtom(thread + 1); n++) {
            for (int c = 0; c < channels; c++) {
              cut(n, c);
            }
          }
        });
    team.each(thread -> smallSums(q, thread));
    team.each(
        thread -> {
          for (int n = scene.firstAtom(thread); n < scene.firstAtom(thread + 1); n++) {
            backRow(n, values, thread);
          }
        });
    team.each(thread -> sumBias(q, thread));
  }

  private void sumBias(int q, int thread) {
    for (int c = first(thread); c < first(thread + 1); c++) {
      int to = ((q * 3 + 2) * channels + c) * W;
      Arrays.fill(small, to, to + W, 0f);
      for (int n = 0; n < rows; n++) {
        Channels.add(small, to, 1, d, (n * channels + c) * W);
      }
    }
  }

  /** From the ∂H that the layer above has put into d, at live pairs alone. */
  void fromAbove(int q, Scene scene, float[] values, Team team) {
    if (everywhere()) {
      norm(q, scene, values, team);
      return;
    }
    team.each(
        thread -> {
          for (int c = first(thread); c < first(thread + 1); c++) {
            for (int t = 1; t < threads; t++) {
              Channels.add(sums[0], c * W, 1, sums[t], c * W);
              Channels.add(products[0], c * W, 1, products[t], c * W);
            }
            keepSmall(q, c, products[0], sums[0]);
            if (layer.norm == Norm.BATCH) {
              means(c, rows);
            }
          }
        });
  }

  /** ∂H of the layer below, at its live pairs, for a thread's atoms, with its sums. */
  void below(Scene scene, int thread, LayerCapture lower, float[] y) {
    Arrays.fill(lower.sums[thread], 0f);
    Arrays.fill(lower.products[thread], 0f);
    int[] starts = scene.arrays.starts();
    boolean sum = !lower.everywhere();
    for (int b = scene.firstMolecule(thread); b < scene.firstMolecule(thread + 1); b++) {
      for (int n = starts[b]; n < starts[b + 1]; n++) {
        if (byMolecule) {
          mixMolecule(b, n, y);
        } else {
          mixAtoms(scene, n, y);
        }
        int target = n * lower.channels * W;
        picked(sum ? lower.lists : null, lower, n, y, target);
        if (sum) {
          lower.addSums(n, thread);
        }
      }
    }
  }

  private void picked(Lists at, LayerCapture lower, int n, float[] y, int target) {
    if (at == null) {
      every(y, 0, lower.d, target);
    } else {
      picked(at, n, y, 0, lower.d, target);
    }
  }

  private void addSums(int n, int thread) {
    int[] live = lists.channels();
    int first = lists.firstOf(n);
    float[] v = sums[thread];
    float[] vx = products[thread];
    for (int k = first; k < first + lists.count(n); k++) {
      int c = live[k];
      int at = (n * channels + c) * W;
      TaskLanes.addBoth(d, at, kept, v, kept * x(n, c), vx, c * W);
    }
  }

  /** y = (Â∂Y)[n], where V is the same in a molecule. */
  private void mixMolecule(int b, int n, float[] y) {
    boolean batch = layer.norm == Norm.BATCH;
    for (int c = 0; c < channels; c++) {
      float f = factor[c];
      int column = alive.at(c / W, n) + c % W;
      int from = (b * channels + c) * W;
      float e = f * alive.data[column];
      if (batch) {
        TaskLanes.mixed(e, pool, from, -f * a1[n], m1, -f * ax.data[column], m2, c * W, y, c * W);
      } else {
        TaskLanes.scaled(pool, from, e, y, c * W);
      }
    }
  }

  /** y = (Â∂Y)[n] from the atoms next to n. */
  private void mixAtoms(Scene scene, int n, float[] y) {
    if (layer.norm == Norm.BATCH) {
      for (int c = 0; c < channels; c++) {
        float f = -factor[c];
        float x = ax.data[ax.at(c / W, n) + c % W];
        TaskLanes.both(f * a1[n], m1, f * x, m2, c * W, y, c * W);
      }
    } else {
      Arrays.fill(y, 0, channels * W, 0f);
    }
    float share = everywhere() ? 1 : kept;
    int[] live = lists.channels();
    for (int link = scene.arrays.linkStarts()[n]; link < scene.arrays.linkStarts()[n + 1]; link++) {
      int other = scene.arrays.links()[link];
      float a = share * scene.arrays.weights()[link];
      int first = lists.firstOf(other);
      for (int k = first; k < first + lists.count(other); k++) {
        int c = live[k];
        Channels.add(y, c * W, a * factor[c], d, (other * channels + c) * W);
      }
    }
  }

  /** ∂W of a thread's channels, for one panel of tasks. */
  void weights(int q, Scene scene, int thread) {
    int out = layer.size.out();
    for (int c = first(thread); c < first(thread + 1); c++) {
      int to = (q * channels + c) * in * W;
      if (c >= out) {
        Arrays.fill(gradient, to, to + in * W, 0f);
        continue;
      }
      begin(c, to);
      if (byMolecule) {
        byMolecule(c, scene, thread, to);
      } else {
        byAtom(c, thread, to);
      }
    }
  }

  /** What the batch norm adds: −f (Σ A ⊗ m₁ + Aᵀx̂ ⊗ m₂). */
  private void begin(int c, int to) {
    if (layer.norm != Norm.BATCH) {
      Arrays.fill(gradient, to, to + in * W, 0f);
      return;
    }
    float f = -factor[c];
    for (int i = 0; i < in; i++) {
      float r = inputByX[((i / W) * channels + c) * W + i % W];
      TaskLanes.both(f * inputSum[i], m1, f * r, m2, c * W, gradient, to + i * W);
    }
  }

  private void byAtom(int c, int thread, int to) {
    float[] own = packed[thread];
    int count = lists.rowsOf(c, list[thread]);
    float f = everywhere() ? 1 : kept * factor[c];
    for (int m = 0; m < count; m++) {
      int n = list[thread][m] / W;
      TaskLanes.scaled(d, (n * channels + c) * W, f, own, m * W);
    }
    Matrix a = layer.input;
    for (int m = 0; m < count; m += Products.BLOCK) {
      int some = Math.min(Products.BLOCK, count - m);
      for (int p = 0; p < layer.inPanels(); p++) {
        for (int j = 0; j < W; j += Tile.ROWS) {
          int target = to + (p * W + j) * W;
          Tile.listed(a.data, a.at(p) + j, list[thread], m, own, some, gradient, target);
        }
      }
    }
  }

  /** ∂W where V is the same in a molecule: its live rows of A are added up first. */
  private void byMolecule(int c, Scene scene, int thread, int to) {
    float[] own = packed[thread];
    int molecules = scene.molecules;
    int sumsAt = molecules * W;
    for (int b = 0; b < molecules; b++) {
      TaskLanes.scaled(pool, (b * channels + c) * W, factor[c], own, b * W);
    }
    int count = lists.rowsOf(c, list[thread]);
    Matrix a = layer.input;
    for (int p = 0; p < layer.inPanels(); p++) {
      sumMolecules(a.data, a.at(p), list[thread], count, scene, own, sumsAt);
      for (int j = 0; j < W; j += Tile.ROWS) {
        int target = to + (p * W + j) * W;
        Tile.across(own, sumsAt + j, own, 0, molecules, gradient, target);
      }
    }
  }

  /** Σ of the live rows of each molecule. */
  private static void sumMolecules(
      float[] x, int at, int[] live, int count, Scene scene, float[] y, int to) {
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

  // The end.

  /** Adds this layer's inner products, a thread's channels. */
  void addTo(Gram gram, int thread) {
    int step = 3 * channels * W;
    for (int c = first(thread); c < first(thread + 1); c++) {
      for (int k = 0; k < 3; k++) {
        int at = (k * channels + c) * W;
        gram.add(thread, small, at, step, small, at, step, 1);
      }
      if (graph) {
        int at = c * in * W;
        gram.add(thread, gradient, at, channels * in * W, gradient, at, channels * in * W, in);
      } else {
        ghost(gram, thread, c);
      }
    }
  }

  private void ghost(Gram gram, int thread, int c) {
    int size = paddedRows * W;
    packed[thread] = TaskCapture.sized(packed[thread], taskPanels * size);
    float[] own = packed[thread];
    for (int q = 0; q < taskPanels; q++) {
      Products.rows(
          square.data,
          0,
          square.stride(),
          square.panels,
          columns,
          (q * channels + c) * size,
          own,
          q * size,
          0,
          rows);
    }
    gram.add(thread, columns, c * size, channels * size, own, 0, size, rows);
  }

  /** Numbers of a layer's parameters. */
  static int parameters(Layer layer) {
    int norm = layer.norm == Norm.NONE ? 0 : 2 * layer.size.out();
    return layer.weight.count() + layer.bias.count() + norm;
  }

  /** Copies each task's gradient to an offset, in declaration order; null tasks are passed over. */
  void copyInto(float[][] gradients, int offset) {
    float[] own = new float[in * W];
    int out = layer.size.out();
    int inputs = layer.size.in();
    for (int q = 0; q < taskPanels; q++) {
      for (int c = 0; c < out; c++) {
        weightsOf(q, c, own);
        for (int lane = 0; lane < W && q * W + lane < gradients.length; lane++) {
          float[] to = gradients[q * W + lane];
          for (int i = 0; i < inputs && to != null; i++) {
            to[offset + i * out + c] = own[i * W + lane];
          }
          if (to != null) {
            smallOf(q, c, lane, to, offset + inputs * out);
          }
        }
      }
    }
  }

  private void weightsOf(int q, int c, float[] own) {
    if (graph) {
      System.arraycopy(gradient, (q * channels + c) * in * W, own, 0, in * W);
      return;
    }
    Arrays.fill(own, 0f);
    Matrix a = layer.input;
    int from = (q * channels + c) * paddedRows * W;
    Products.across(a.data, 0, a.stride(), layer.inPanels(), columns, from, rows, own, 0);
  }

  private void smallOf(int q, int c, int lane, float[] to, int offset) {
    int out = layer.size.out();
    int at = (q * 3 * channels + c) * W + lane;
    int step = channels * W;
    to[offset + c] = small[at + 2 * step];
    if (layer.norm != Norm.NONE) {
      to[offset + out + c] = small[at];
      to[offset + 2 * out + c] = small[at + step];
    }
  }
}
