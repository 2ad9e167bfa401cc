package org.taskaffinity.runtime.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * The dense matrix products of a training step or a capture, and nothing else: what a benchmark
 * measures the rest against.
 *
 * <p>A layer is Y = XW forward, and ∂W = Xᵀ∂Y and ∂X = ∂Y Wᵀ backward; the first layer has no ∂X.
 */
public final class BareProducts implements AutoCloseable {
  private final NDManager manager;
  private final List<Product> encoder = new ArrayList<>();
  private final Product heads;
  private final int tasks;

  /**
   * @param atoms N of the batch
   * @param rows B of the batch
   */
  public BareProducts(Architecture architecture, int atoms, int rows, Device device) {
    manager = Torch.manager(device);
    tasks = architecture.tasks();
    for (LayerSizes layer : architecture.layers()) {
      int count = layer.graph() ? atoms : rows;
      encoder.add(new Product(count, layer.in(), layer.out(), encoder.isEmpty()));
    }
    int width = tasks * Math.max(1, architecture.headHidden());
    heads = new Product(rows, architecture.outputWidth(), width, false);
  }

  /** Forward and backward of encoder and heads, once. */
  public void step() {
    for (Product product : encoder) {
      product.forward();
      product.backward();
    }
    heads.forward();
    heads.backward();
  }

  /** Backward of the encoder for each of K tasks. */
  public void capture() {
    for (int t = 0; t < tasks; t++) {
      encoder.forEach(Product::backward);
    }
  }

  @Override
  public void close() {
    manager.close();
  }

  private final class Product {
    private final NDArray x;
    private final NDArray w;
    private final NDArray dy;
    private final NDArray xTransposed;
    private final NDArray wTransposed;
    private final boolean first;

    Product(int rows, int in, int out, boolean first) {
      x = filled(rows, in);
      w = filled(in, out);
      dy = filled(rows, out);
      xTransposed = x.transpose();
      wTransposed = w.transpose();
      this.first = first;
    }

    private NDArray filled(long rows, long columns) {
      return manager.full(new Shape(rows, columns), 0.5f, DataType.FLOAT32);
    }

    void forward() {
      Torch.product(x, w).close();
    }

    void backward() {
      Torch.product(xTransposed, dy).close();
      if (!first) {
        Torch.product(dy, wTransposed).close();
      }
    }
  }
}
