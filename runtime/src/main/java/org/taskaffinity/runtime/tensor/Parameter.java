package org.taskaffinity.runtime.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/**
 * One named tensor that training moves, with its accumulated gradient.
 *
 * <p>PyTorch adds each backward pass into the same gradient tensor, so one handle on it serves for
 * the parameter's life.
 */
public final class Parameter implements AutoCloseable {
  private final String name;
  private final NDArray array;
  private final boolean reached;
  private final NDArray gradient;
  private FloatBuffer values;
  private FloatBuffer gradients;

  /**
   * @param reached false for a bias that a batch norm cancels: it takes no part in the graph, its
   *     gradient is exactly zero
   */
  Parameter(
      String name, NDManager manager, DataType type, float[] initial, boolean reached, long... at) {
    this.name = name;
    this.reached = reached;
    array = Tensors.create(manager, initial, new Shape(at), type);
    array.setRequiresGradient(reached);
    gradient = reached ? Torch.gradientOf(array) : null;
  }

  /** A path such as "encoder/0/weight", unique in its network. */
  public String name() {
    return name;
  }

  /** The tensor itself, weights as [in, out]; owned by the network. */
  public NDArray array() {
    return array;
  }

  /** Whether any output depends on it; if not its gradient is exactly zero and never stored. */
  public boolean reached() {
    return reached;
  }

  /** How many numbers it holds. */
  public int size() {
    return Math.toIntExact(array.size());
  }

  /** The accumulated gradient, of the tensor's shape; null if it is not reached. */
  public NDArray gradient() {
    return gradient;
  }

  /** Sets the accumulated gradient to zero. */
  public void clear() {
    if (reached) {
      Torch.zeroGradient(array);
    }
  }

  /** A copy of the values, in row-major order. */
  public float[] values() {
    return Tensors.floats(array);
  }

  /** Overwrites the values, in row-major order. */
  public void set(float[] replacement) {
    Tensors.set(array, replacement);
  }

  /** The values in place, for float tensors in CPU memory. */
  public FloatBuffer valueView() {
    if (values == null) {
      values = Torch.view(array);
    }
    return values;
  }

  /** The accumulated gradient in place, for float tensors in CPU memory. */
  public FloatBuffer gradientView() {
    if (gradients == null) {
      gradients = Torch.view(gradient);
    }
    return gradients;
  }

  /** Whether {@link #valueView()} and {@link #gradientView()} work. */
  public boolean viewable() {
    return array.getDevice().equals(Device.cpu()) && array.getDataType() == DataType.FLOAT32;
  }

  @Override
  public void close() {
    if (gradient != null) {
      gradient.close();
    }
    array.close();
  }
}
