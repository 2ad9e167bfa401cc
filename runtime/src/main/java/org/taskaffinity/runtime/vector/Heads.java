package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.tensor.Dropout;
import org.taskaffinity.runtime.tensor.Initial;

/**
 * K heads, each a block of panels of its own, [K · panels][B][PANEL]; a slice does whole tasks.
 *
 * <pre>
 *   u = z W_t (+ b),  û = norm(u),  l = D ∘ relu(γ û + β),  logit = l · w + c
 * </pre>
 *
 * <p>Without a hidden layer the logit is u itself, one column wide.
 */
final class Heads {
  private static final int W = Lanes.PANEL;

  private final Architecture sizes;
  private final Norm norm;
  private final boolean hidden;
  private final int width;
  private final int panels;
  private final int depth;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor scale;
  private final Tensor shift;
  private final Tensor runningMean;
  private final Tensor runningVariance;
  private final Tensor outWeight;
  private final Tensor outBias;
  private final Moments moments;
  private final long[] keys;
  private final LaneDropout dropout;
  private final float[] scratch;
  private final float[] sums;
  private final float[] products;
  private final float[] m1;
  private final float[] m2;
  private final float[] factor;

  /** û, l, and ∂l → V → ∂u; blocks of K · panels panels. */
  private final Matrix u = new Matrix();

  private final Matrix l = new Matrix();
  private final Matrix d = new Matrix();
  private final float[] transposed;
  private float[] rowInverse = {};
  private Matrix z;
  private int rows;
  private float[] logits = {};

  Heads(
      Architecture sizes,
      List<String> names,
      Initial initial,
      long[] keys,
      Store parameters,
      Store statistics) {
    this.sizes = sizes;
    this.keys = keys;
    hidden = sizes.headHidden() > 0;
    norm = hidden ? sizes.headNorm() : Norm.NONE;
    width = hidden ? sizes.headHidden() : 1;
    panels = Lanes.panels(width);
    depth = Lanes.padded(sizes.outputWidth());
    dropout = hidden && sizes.headDropout() > 0 ? new LaneDropout(sizes.headDropout()) : null;
    int tasks = sizes.tasks();
    int in = sizes.outputWidth();
    float[] first = new float[in * tasks * width];
    float[] second = new float[tasks * width];
    for (int t = 0; t < tasks; t++) {
      float[] own = initial.glorot("head/" + names.get(t) + "/weight", in, width);
      for (int r = 0; r < in; r++) {
        System.arraycopy(own, r * width, first, (r * tasks + t) * width, width);
      }
      if (hidden) {
        float[] out = initial.glorot("head/" + names.get(t) + "/out/weight", width, 1);
        System.arraycopy(out, 0, second, t * width, width);
      }
    }
    weight = parameters.matrix("heads/weight", in, tasks, width, first);
    bias = parameters.vector("heads/bias", tasks, width, 0);
    boolean scaled = norm != Norm.NONE;
    scale = scaled ? parameters.vector("heads/norm/scale", tasks, width, 1) : null;
    shift = scaled ? parameters.vector("heads/norm/shift", tasks, width, 0) : null;
    boolean running = norm == Norm.BATCH;
    runningMean = running ? statistics.vector("heads/norm/mean", tasks, width, 0) : null;
    runningVariance = running ? statistics.vector("heads/norm/variance", tasks, width, 1) : null;
    outWeight = hidden ? parameters.vector("heads/out/weight", tasks, width, second) : null;
    outBias = hidden ? parameters.vector("heads/out/bias", 1, tasks, 0) : null;
    int channels = tasks * panels * W;
    moments = new Moments(channels);
    scratch = new float[channels];
    sums = new float[channels];
    products = new float[channels];
    m1 = new float[channels];
    m2 = new float[channels];
    factor = new float[channels];
    transposed = new float[Lanes.panels(in) * channels * W];
  }

  /** Makes room for a batch. */
  void shape(Matrix z, int rows) {
    this.z = z;
    this.rows = rows;
    int columns = sizes.tasks() * panels * W;
    u.shape(rows, columns);
    l.shape(rows, columns);
    d.shape(rows, columns);
    int needed = rows * sizes.tasks();
    if (norm == Norm.LAYER && rowInverse.length < needed) {
      rowInverse = new float[needed];
    }
    logits = new float[needed];
  }

  /** [B, K], row-major. */
  float[] logits() {
    return logits;
  }

  /** Writes one task's rows of Wᵀ. */
  void transpose(int task, float[] values) {
    int all = sizes.tasks() * panels * W;
    int inPanels = depth / W;
    Products.transpose(
        values, weight.group(task), depth, panels, transposed, all, task * panels * W, 0, inPanels);
  }

  /** One task's logits. */
  void forward(int t, float[] values, float[] statistics, boolean training, BatchSlices scene) {
    for (int p = t * panels; p < (t + 1) * panels; p++) {
      int from = weight.panel(t, p - t * panels);
      Products.rows(z.data, 0, z.stride(), z.panels, values, from, u.data, u.at(p), 0, rows);
    }
    normalise(t, values, statistics, training);
    if (!hidden) {
      for (int b = 0; b < rows; b++) {
        logits[b * sizes.tasks() + t] = u.data[u.at(t, b)];
      }
      return;
    }
    activate(t, values);
    if (training && dropout != null) {
      drop(t, scene);
    }
    read(t, values);
  }

  private void normalise(int t, float[] values, float[] statistics, boolean training) {
    int from = t * panels * W;
    for (int p = t * panels; p < (t + 1) * panels; p++) {
      int at = u.at(p);
      if (norm != Norm.BATCH) {
        Channels.shift(u.data, at, rows, values, bias.at() + p * W);
      } else if (training) {
        Channels.moments(u.data, at, rows, moments.mean, scratch, p * W);
      }
    }
    if (norm == Norm.BATCH) {
      if (training) {
        moments.combine(
            new int[] {rows},
            new float[][] {moments.mean},
            new float[][] {scratch},
            from,
            from + panels * W);
      } else {
        moments.running(
            statistics, runningMean.at(), runningVariance.at(), from, from + panels * W);
      }
      for (int p = t * panels; p < (t + 1) * panels; p++) {
        Channels.standardise(u.data, u.at(p), rows, moments.mean, moments.inverse, p * W);
      }
    } else if (norm == Norm.LAYER) {
      for (int b = 0; b < rows; b++) {
        rowInverse[t * rows + b] = RowNorm.forward(u.data, u.at(t * panels, b), u.stride(), width);
      }
    }
  }

  private void activate(int t, float[] values) {
    for (int p = t * panels; p < (t + 1) * panels; p++) {
      int at = u.at(p);
      if (norm == Norm.NONE) {
        Channels.relu(u.data, at, rows, l.data, at);
      } else {
        int c = p * W;
        Channels.relu(u.data, at, rows, values, scale.at() + c, shift.at() + c, l.data, at);
      }
    }
  }

  private void drop(int t, BatchSlices scene) {
    for (int b = 0; b < rows; b++) {
      long key = Dropout.key(keys[t], scene.batch.step(), scene.ids[b], 0);
      for (int p = 0; p < panels; p++) {
        dropout.drop(l.data, l.at(t * panels + p, b), 1, key, width, p * W);
      }
    }
  }

  private void read(int t, float[] values) {
    int w = outWeight.group(t);
    for (int b = 0; b < rows; b++) {
      double sum = values[outBias.at() + t];
      for (int p = 0; p < panels; p++) {
        sum += Channels.dot(l.data, l.at(t * panels + p, b), values, w + p * W);
      }
      logits[b * sizes.tasks() + t] = (float) sum;
    }
  }

  /**
   * One task's ∂u.
   *
   * @param slopes ∂total/∂logits, [B, K] row-major
   */
  void backward(int t, float[] values, float[] slopes) {
    if (!hidden) {
      Arrays.fill(d.data, d.at(t), d.at(t) + d.stride(), 0f);
      for (int b = 0; b < rows; b++) {
        d.data[d.at(t, b)] = slopes[b * sizes.tasks() + t];
      }
      return;
    }
    float kept = dropout == null ? 1 : dropout.kept();
    for (int p = t * panels; p < (t + 1) * panels; p++) {
      int at = d.at(p);
      for (int b = 0; b < rows; b++) {
        float slope = slopes[b * sizes.tasks() + t];
        Channels.spread(values, outWeight.at() + p * W, slope, d.data, at + b * W, 1);
      }
      Channels.live(d.data, at, rows, l.data, at, kept);
      Channels.sum(d.data, at, rows, sums, p * W);
      Channels.sumOfProducts(d.data, at, u.data, at, rows, products, p * W);
    }
    back(t, values);
  }

  /** V → ∂u by the norm. */
  private void back(int t, float[] values) {
    if (norm == Norm.LAYER) {
      int own = scale.group(t);
      for (int b = 0; b < rows; b++) {
        int at = d.at(t * panels, b);
        float inverse = rowInverse[t * rows + b];
        RowNorm.backward(d.data, u.data, at, d.stride(), width, values, own, inverse);
      }
    }
    for (int p = t * panels; p < (t + 1) * panels && norm == Norm.BATCH; p++) {
      for (int c = p * W; c < (p + 1) * W; c++) {
        m1[c] = sums[c] / rows;
        m2[c] = products[c] / rows;
        factor[c] = values[scale.at() + c] * moments.inverse[c];
      }
      Channels.correct(d.data, d.at(p), rows, u.data, u.at(p), m1, m2, factor, p * W);
    }
  }

  /** The gradients of one task's parameters, after {@link #backward}. */
  void gradients(int t, float[] slopes, float[] gradient) {
    int block = panels * W;
    for (int p = t * panels; p < (t + 1) * panels; p++) {
      int to = weight.panel(t, p - t * panels);
      Arrays.fill(gradient, to, to + depth * W, 0f);
      Products.across(z.data, 0, z.stride(), z.panels, d.data, d.at(p), rows, gradient, to);
      if (norm != Norm.BATCH) {
        Channels.sum(d.data, d.at(p), rows, gradient, bias.at() + p * W);
      }
    }
    if (norm != Norm.NONE) {
      System.arraycopy(sums, t * block, gradient, shift.at() + t * block, block);
      System.arraycopy(products, t * block, gradient, scale.at() + t * block, block);
    }
    if (hidden) {
      readGradients(t, slopes, gradient);
    }
  }

  private void readGradients(int t, float[] slopes, float[] gradient) {
    int to = outWeight.group(t);
    Arrays.fill(gradient, to, to + panels * W, 0f);
    double sum = 0;
    for (int b = 0; b < rows; b++) {
      float slope = slopes[b * sizes.tasks() + t];
      sum += slope;
      for (int p = 0; p < panels; p++) {
        Channels.add(gradient, to + p * W, slope, l.data, l.at(t * panels + p, b));
      }
    }
    gradient[outBias.at() + t] = (float) sum;
  }

  /** Multiplies one task's ∂u, after its own parameters have their gradients. */
  void weigh(int t, float weight) {
    int end = d.at((t + 1) * panels);
    for (int i = d.at(t * panels); i < end; i++) {
      d.data[i] *= weight;
    }
  }

  /** A slice's panels of ∂z = Σ_t ∂u_t W_tᵀ, of some tasks. */
  void below(int slice, int firstTask, int endTask, Matrix to) {
    int end = BatchSlices.share(to.panels, slice + 1);
    for (int p = BatchSlices.share(to.panels, slice); p < end; p++) {
      below(p, firstTask, endTask, to.data, to.at(p));
    }
  }

  /** One panel of the same. */
  void below(int panel, int firstTask, int endTask, float[] to, int at) {
    int all = sizes.tasks() * panels;
    int from = (panel * all + firstTask * panels) * W * W;
    int some = (endTask - firstTask) * panels;
    Products.rows(
        d.data, d.at(firstTask * panels), d.stride(), some, transposed, from, to, at, 0, rows);
  }

  void moveRunning(float[] statistics) {
    if (norm == Norm.BATCH) {
      moments.moveRunning(statistics, runningMean.at(), runningVariance.at(), rows);
    }
  }
}
