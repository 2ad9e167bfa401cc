package org.taskaffinity.runtime.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Tensors;
import org.taskaffinity.runtime.tensor.Torch;

/** The gradients of one parameter for all tasks, [K, n], on the network's device. */
final class GradientRows implements AutoCloseable {
  private final Parameter parameter;
  private final int tasks;
  private final int size;
  private final NDArray rows;
  private NDArray flat;

  GradientRows(Parameter parameter, int tasks, NDManager manager, DataType type) {
    this.parameter = parameter;
    this.tasks = tasks;
    size = parameter.size();
    rows = manager.zeros(new Shape(tasks, size), type);
  }

  /** Moves the accumulated gradient into a task's row and leaves zero behind. */
  void take(int task) {
    if (flat == null) {
      flat = parameter.gradient().reshape(1, size);
    }
    Torch.setRow(rows, task, flat);
    parameter.clear();
  }

  /**
   * Adds ⟨row i, row j⟩ to each entry of a [K, K] tensor of doubles: products in the network's
   * precision within this parameter, in double from parameter to parameter. A row not taken this
   * time adds what it last held.
   */
  void addProducts(NDArray gram) {
    try (NDArray transposed = rows.transpose();
        NDArray products = rows.matMul(transposed);
        NDArray wide = products.toType(DataType.FLOAT64, true)) {
      gram.addi(wide);
    }
  }

  /** Copies each row that is wanted (not null) to an offset in its task's gradient. */
  void copyInto(float[][] gradients, int offset) {
    float[] values = Tensors.floats(rows);
    for (int t = 0; t < tasks; t++) {
      if (gradients[t] != null) {
        System.arraycopy(values, t * size, gradients[t], offset, size);
      }
    }
  }

  @Override
  public void close() {
    if (flat != null) {
      flat.close();
    }
    rows.close();
  }
}
