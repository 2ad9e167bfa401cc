package org.taskaffinity.runtime.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taskaffinity.runtime.network.Forward;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Tensors;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * Reads g_t = ∂L_t/∂θ for every task t off one forward pass, leaving the graph whole for the step.
 *
 * <p>One backward pass over the heads gives every task's ∂L_t/∂z; each then goes down the encoder
 * by itself. All tasks see the same dropout masks and the same batch statistics. Works on whatever
 * device the network is on; holds K·P numbers there until closed.
 */
public final class TaskGradients implements AutoCloseable {
  private final Network network;
  private final NDManager manager;
  private final List<GradientRows> rows = new ArrayList<>();
  private final int tasks;

  /** For captures on one network, which must outlive this. */
  public TaskGradients(Network network) {
    this.network = network;
    tasks = network.architecture().tasks();
    manager = network.scope();
    for (Parameter parameter : network.encoderParameters()) {
      if (parameter.reached()) {
        rows.add(new GradientRows(parameter, tasks, manager, network.type()));
      }
    }
  }

  /**
   * Captures one step. Every accumulated gradient of the encoder must be zero, and is zero again on
   * return: looking leaves no trace.
   *
   * @param forward a recorded pass whose {@link Forward#backwardHeads} has been called
   * @param present which of the K tasks have a label in the batch; the others are skipped
   * @param full whether to hand out the gradients themselves, K·P floats
   */
  public Capture capture(Forward forward, boolean[] present, boolean full) {
    return Torch.recording(false, () -> captured(forward, present, full));
  }

  private Capture captured(Forward forward, boolean[] present, boolean full) {
    NDArray all = forward.toEncoder();
    NDArray encoded = forward.encoded();
    for (int t = 0; t < tasks; t++) {
      if (present[t]) {
        try (NDArray own = all.get(t)) {
          Torch.backward(encoded, own, true);
        }
        for (GradientRows row : rows) {
          row.take(t);
        }
      }
    }
    all.close();
    double[][] gram = gram(present);
    return new Capture(gram, full ? gradients(present) : new float[0][]);
  }

  private double[][] gram(boolean[] present) {
    double[] sums = sums();
    double[][] gram = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < tasks; j++) {
        int lower = Math.max(i, j) * tasks + Math.min(i, j);
        gram[i][j] = present[i] && present[j] ? sums[lower] : Double.NaN;
      }
    }
    return gram;
  }

  /** Added up on the device, so that the host waits once a capture. */
  private double[] sums() {
    try (NDArray gram = manager.zeros(new Shape(tasks, tasks), DataType.FLOAT64)) {
      for (GradientRows row : rows) {
        row.addProducts(gram);
      }
      return Tensors.doubles(gram);
    }
  }

  private float[][] gradients(boolean[] present) {
    float[][] gradients = new float[tasks][];
    Arrays.setAll(
        gradients, t -> present[t] ? new float[network.architecture().encoderParameters()] : null);
    int offset = 0;
    int next = 0;
    for (Parameter parameter : network.encoderParameters()) {
      if (parameter.reached()) {
        rows.get(next++).copyInto(gradients, offset);
      }
      offset += parameter.size();
    }
    return gradients;
  }

  @Override
  public void close() {
    rows.forEach(GradientRows::close);
    manager.close();
  }
}
