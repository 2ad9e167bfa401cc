package org.taskaffinity.runtime.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.train.DenseProducts;

/** The products that this engine's kernels do in a step, and those of a dense capture. */
final class VectorProducts implements DenseProducts {
  private static final int W = Lanes.PANEL;

  private final WorkerTeam team;
  private final List<Product> encoder = new ArrayList<>();
  private final Product heads;
  private final int tasks;

  VectorProducts(Architecture sizes, int atoms, int rows, int threads) {
    team = new WorkerTeam(threads);
    tasks = sizes.tasks();
    for (LayerSizes layer : sizes.layers()) {
      encoder.add(new Product(layer.graph() ? atoms : rows, layer.in(), layer.out()));
    }
    heads = new Product(rows, sizes.outputWidth(), tasks * Math.max(1, sizes.headHidden()));
  }

  @Override
  public void step() {
    for (Product product : encoder) {
      each(product::forward);
      each(product::weights);
      if (product != encoder.get(0)) {
        each(product::below);
      }
    }
    each(heads::forward);
    each(heads::weights);
    each(heads::below);
  }

  @Override
  public void capture() {
    for (int t = 0; t < tasks; t++) {
      for (Product product : encoder) {
        each(product::weights);
        if (product != encoder.get(0)) {
          each(product::below);
        }
      }
    }
  }

  /** One slice of the work. */
  private interface Part {
    void of(int slice);
  }

  private void each(Part work) {
    team.each(work::of);
  }

  @Override
  public void close() {
    team.close();
  }

  /** Y = XW, parted by panels of what it makes. */
  private static final class Product {
    private final Matrix x = new Matrix();
    private final Matrix y = new Matrix();
    private final Matrix below = new Matrix();
    private final float[] weights;
    private final float[] transposed;

    Product(int rows, int in, int out) {
      x.shape(rows, in);
      y.shape(rows, out);
      below.shape(rows, in);
      weights = new float[Lanes.padded(in) * Lanes.padded(out)];
      transposed = new float[weights.length];
      for (float[] each : List.of(x.data, y.data, weights, transposed)) {
        Arrays.fill(each, .5f);
      }
    }

    private static void share(int n, int slice, IntConsumer work) {
      for (int p = BatchSlices.share(n, slice); p < BatchSlices.share(n, slice + 1); p++) {
        work.accept(p);
      }
    }

    void forward(int slice) {
      share(y.panels, slice, p -> rows(x, weights, y, p));
    }

    void below(int slice) {
      share(below.panels, slice, p -> rows(y, transposed, below, p));
    }

    private static void rows(Matrix a, float[] w, Matrix to, int p) {
      int from = p * a.panels * W * W;
      Products.rows(a.data, 0, a.stride(), a.panels, w, from, to.data, to.at(p), 0, a.rows);
    }

    void weights(int slice) {
      share(
          y.panels,
          slice,
          p -> {
            int to = p * x.panels * W * W;
            Arrays.fill(weights, to, to + x.panels * W * W, 0f);
            Products.across(x.data, 0, x.stride(), x.panels, y.data, y.at(p), x.rows, weights, to);
          });
    }
  }
}
