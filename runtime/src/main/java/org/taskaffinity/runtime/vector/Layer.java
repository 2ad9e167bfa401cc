package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.tensor.Initial;

/**
 * One layer of the encoder, with what its backward pass needs.
 *
 * <pre>
 *   Y = A W (+ b),  X̂ = norm(Y),  H = D ∘ relu(γ X̂ + β)
 *   V = ∂H ∘ D ∘ 1[H > 0],  ∂γ = Σ V ∘ X̂,  ∂β = Σ V,  ∂Y by the norm,  ∂W = Aᵀ ∂Y,  ∂A = ∂Y Wᵀ
 * </pre>
 *
 * <p>A slice works on a rectangle of rows and panels: a graph's layer is parted by rows, so that a
 * molecule's neighbours are at hand; a layer on whole molecules by panels, so that a channel's
 * batch statistics are.
 */
final class Layer {
  private static final int W = Lanes.PANEL;

  final LayerSizes size;
  final Norm norm;
  final Tensor weight;
  final Tensor bias;
  final Tensor scale;
  final Tensor shift;
  private final Tensor runningMean;
  private final Tensor runningVariance;

  /** A, X̂ and H; D holds ∂H, then V, then ∂Y. */
  Matrix input = new Matrix();

  final Matrix x = new Matrix();
  final Matrix h = new Matrix();
  final Matrix d = new Matrix();

  /** Wᵀ in panels. */
  final float[] transposed;

  /** Each slice's own copy of the same numbers; one copy for all where parted by panels. */
  final Moments[] moments;

  /** Of each row, for layer norm. */
  float[] rowInverse = {};

  private final int[] counts;
  private final float[][] means;
  private final float[][] squares;
  private final float[][] sums;
  private final float[][] products;
  private final float[][] biasSums;
  private final float[][] m1;
  private final float[][] m2;
  private final float[][] factor;

  Layer(LayerSizes size, Norm norm, Initial initial, Store parameters, Store statistics) {
    this.size = size;
    this.norm = norm;
    String name = size.name();
    int out = size.out();
    String weightName = name + "/weight";
    float[] weights =
        size.graph()
            ? initial.glorot(weightName, size.in(), out)
            : initial.linear(weightName, size.in(), size.in() * out);
    weight = parameters.matrix(weightName, size.in(), 1, out, weights);
    float[] biases =
        size.graph() || norm == Norm.BATCH
            ? new float[out]
            : initial.linear(name + "/bias", size.in(), out);
    bias = parameters.vector(name + "/bias", 1, out, biases);
    boolean scaled = norm != Norm.NONE;
    scale = scaled ? parameters.vector(name + "/norm/scale", 1, out, 1) : null;
    shift = scaled ? parameters.vector(name + "/norm/shift", 1, out, 0) : null;
    boolean running = norm == Norm.BATCH;
    runningMean = running ? statistics.vector(name + "/norm/mean", 1, out, 0) : null;
    runningVariance = running ? statistics.vector(name + "/norm/variance", 1, out, 1) : null;
    transposed = new float[Lanes.panels(size.in()) * Lanes.padded(out) * W];
    moments = new Moments[WorkerTeam.SLICES];
    int channels = Lanes.padded(out);
    Moments shared = new Moments(channels);
    Arrays.setAll(moments, t -> t == 0 || !size.graph() ? shared : new Moments(channels));
    counts = new int[WorkerTeam.SLICES];
    means = new float[WorkerTeam.SLICES][channels];
    squares = new float[WorkerTeam.SLICES][channels];
    sums = new float[WorkerTeam.SLICES][channels];
    products = new float[WorkerTeam.SLICES][channels];
    biasSums = new float[WorkerTeam.SLICES][channels];
    m1 = new float[WorkerTeam.SLICES][channels];
    m2 = new float[WorkerTeam.SLICES][channels];
    factor = new float[WorkerTeam.SLICES][channels];
  }

  int panels() {
    return weight.panels();
  }

  int inPanels() {
    return Lanes.panels(size.in());
  }

  /** Makes room for a batch; the input has been given its own. */
  void shape(int rows) {
    x.shape(rows, size.out());
    h.shape(rows, size.out());
    d.shape(rows, size.out());
    if (norm == Norm.LAYER && rowInverse.length < rows) {
      rowInverse = new float[rows];
    }
    Arrays.fill(counts, 0);
  }

  /** A rectangle of rows and panels, and whose it is. */
  record Part(int slice, int firstRow, int endRow, int firstPanel, int endPanel) {
    int rows() {
      return endRow - firstRow;
    }
  }

  /** What a slice owns of n rows. */
  Part part(int slice, int firstRow, int endRow, int rows) {
    return size.graph()
        ? new Part(slice, firstRow, endRow, 0, panels())
        : new Part(
            slice,
            0,
            rows,
            BatchSlices.share(panels(), slice),
            BatchSlices.share(panels(), slice + 1));
  }

  /** Writes some panels of Wᵀ. */
  void transpose(float[] values, int firstPanel, int endPanel) {
    int in = weight.depth();
    Products.transpose(
        values,
        weight.at(),
        in,
        panels(),
        transposed,
        Lanes.padded(size.out()),
        0,
        firstPanel,
        endPanel);
  }

  /** Y = A W (+ b), and its moments. */
  void product(Part part, float[] values, boolean training) {
    boolean batch = norm == Norm.BATCH;
    int owner = size.graph() ? part.slice : 0;
    for (int p = part.firstPanel; p < part.endPanel; p++) {
      Products.rows(
          input.data,
          0,
          input.stride(),
          inPanels(),
          values,
          weight.panel(0, p),
          x.data,
          x.at(p),
          part.firstRow,
          part.endRow);
      int at = x.at(p, part.firstRow);
      if (!batch) {
        Channels.shift(x.data, at, part.rows(), values, bias.at() + p * W);
      } else if (training && part.rows() > 0) {
        Channels.moments(x.data, at, part.rows(), means[owner], squares[owner], p * W);
      }
    }
    if (size.graph() || part.slice == 0) {
      counts[owner] = part.rows();
    }
  }

  /** Y → X̂ → H without dropout. */
  void activate(Part part, float[] values, float[] statistics, boolean training) {
    Moments own = moments[part.slice];
    int from = part.firstPanel * W;
    int end = part.endPanel * W;
    if (norm == Norm.BATCH && training) {
      own.combine(counts, means, squares, from, end);
    } else if (norm == Norm.BATCH) {
      own.running(statistics, runningMean.at(), runningVariance.at(), from, end);
    }
    for (int p = part.firstPanel; p < part.endPanel; p++) {
      int at = x.at(p, part.firstRow);
      if (norm == Norm.BATCH) {
        Channels.standardise(x.data, at, part.rows(), own.mean, own.inverse, p * W);
      }
      if (norm == Norm.NONE) {
        Channels.relu(x.data, at, part.rows(), h.data, at);
      } else {
        int channel = p * W;
        Channels.relu(
            x.data,
            at,
            part.rows(),
            values,
            scale.at() + channel,
            shift.at() + channel,
            h.data,
            at);
      }
    }
  }

  /** Y → X̂ for some rows, where every row is normalised by itself. */
  void normaliseRows(int first, int end) {
    for (int row = first; row < end; row++) {
      rowInverse[row] = RowNorm.forward(x.data, row * W, x.stride(), size.out());
    }
  }

  /** ∂H → V, and its sums over the rows. */
  void live(Part part, float kept) {
    int owner = size.graph() ? part.slice : 0;
    for (int p = part.firstPanel; p < part.endPanel; p++) {
      int at = d.at(p, part.firstRow);
      Channels.live(d.data, at, part.rows(), h.data, at, kept);
      Channels.sum(d.data, at, part.rows(), sums[owner], p * W);
      if (norm != Norm.NONE) {
        Channels.sumOfProducts(d.data, at, x.data, at, part.rows(), products[owner], p * W);
      }
    }
  }

  /** V → ∂Y behind a batch norm; layer norm is {@link #backRows}, and without norm they are one. */
  void back(Part part, float[] values) {
    if (norm != Norm.BATCH) {
      return;
    }
    int own = part.slice;
    int from = part.firstPanel * W;
    int end = part.endPanel * W;
    int n = Arrays.stream(counts).sum();
    for (int c = from; c < end; c++) {
      m1[own][c] = total(sums, c) / n;
      m2[own][c] = total(products, c) / n;
      factor[own][c] = values[scale.at() + c] * moments[own].inverse[c];
    }
    for (int p = part.firstPanel; p < part.endPanel; p++) {
      int at = d.at(p, part.firstRow);
      Channels.correct(d.data, at, part.rows(), x.data, at, m1[own], m2[own], factor[own], p * W);
    }
  }

  /** V → ∂Y for some rows, where every row was normalised by itself. */
  void backRows(int first, int end, float[] values) {
    for (int row = first; row < end; row++) {
      RowNorm.backward(
          d.data, x.data, row * W, d.stride(), size.out(), values, scale.at(), rowInverse[row]);
    }
  }

  /** Sums of ∂Y for the bias, where ∂Y is not V. */
  void sumBias(Part part) {
    if (norm == Norm.LAYER) {
      int owner = size.graph() ? part.slice : 0;
      for (int p = part.firstPanel; p < part.endPanel; p++) {
        Channels.sum(d.data, d.at(p, part.firstRow), part.rows(), biasSums[owner], p * W);
      }
    }
  }

  /** The parameters' gradients, for some panels; ∂Y must be whole. */
  void gradients(int firstPanel, int endPanel, float[] gradient) {
    for (int p = firstPanel; p < endPanel; p++) {
      int to = weight.panel(0, p);
      Arrays.fill(gradient, to, to + weight.depth() * W, 0f);
      Products.across(
          input.data, 0, input.stride(), inPanels(), d.data, d.at(p), d.rows, gradient, to);
      for (int c = p * W; c < (p + 1) * W; c++) {
        if (norm != Norm.NONE) {
          gradient[shift.at() + c] = total(sums, c);
          gradient[scale.at() + c] = total(products, c);
        }
        if (norm != Norm.BATCH) {
          gradient[bias.at() + c] = total(norm == Norm.LAYER ? biasSums : sums, c);
        }
      }
    }
  }

  private float total(float[][] parts, int channel) {
    int owners = size.graph() ? WorkerTeam.SLICES : 1;
    float sum = 0;
    for (int t = 0; t < owners; t++) {
      sum += parts[t][channel];
    }
    return sum;
  }

  /** One panel of ∂A = ∂Y Wᵀ for some rows. */
  void below(int panel, float[] to, int at, int first, int end) {
    int from = panel * Lanes.padded(size.out()) * W;
    Products.rows(d.data, 0, d.stride(), panels(), transposed, from, to, at, first, end);
  }

  void moveRunning(float[] statistics) {
    if (norm == Norm.BATCH) {
      moments[0].moveRunning(
          statistics, runningMean.at(), runningVariance.at(), Arrays.stream(counts).sum());
    }
  }
}
