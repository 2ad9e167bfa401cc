package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Tensors;
import org.taskaffinity.runtime.tensor.Torch;

/** By tensor operations, on any device and in any precision. */
final class TensorOptimiser implements Optimiser {
  private final List<Parameter> parameters;
  private final TensorRule rule;

  /** What the rule remembers of each parameter. */
  private final List<List<NDArray>> memories;

  private long updates;

  TensorOptimiser(List<Parameter> parameters, OptimizerSettings optimisation) {
    this.parameters = parameters;
    rule = TensorRule.of(optimisation);
    memories =
        parameters.stream()
            .map(p -> rule.remembered().stream().map(name -> p.array().zerosLike()).toList())
            .toList();
  }

  @Override
  public void step(double rate, double factor) {
    updates++;
    rule.begin(updates, rate);
    Torch.recording(
        false,
        () -> {
          for (int i = 0; i < parameters.size(); i++) {
            update(parameters.get(i), memories.get(i), factor);
          }
          return null;
        });
  }

  private void update(Parameter parameter, List<NDArray> memory, double factor) {
    if (!parameter.reached()) {
      rule.moveUnreached(parameter.array(), memory);
      return;
    }
    try (NDArray g = parameter.gradient().mul(factor)) {
      rule.move(parameter.array(), g, memory);
    }
    parameter.clear();
  }

  @Override
  public double gradientNorm() {
    return Torch.recording(
        false,
        () -> {
          List<NDArray> reached =
              parameters.stream().filter(Parameter::reached).map(Parameter::gradient).toList();
          return reached.isEmpty() ? 0 : Math.sqrt(squares(reached));
        });
  }

  /** Added on the device: one number comes back to the host. */
  private static double squares(List<NDArray> gradients) {
    NDArray first = gradients.get(0);
    try (NDArray sum = first.getManager().zeros(new Shape(), first.getDataType())) {
      for (NDArray gradient : gradients) {
        try (NDArray squares = gradient.square();
            NDArray own = squares.sum()) {
          sum.addi(own);
        }
      }
      return Tensors.floats(sum)[0];
    }
  }

  private String name(int parameter, int which) {
    return rule.remembered().get(which) + "/" + parameters.get(parameter).name();
  }

  @Override
  public void save(Map<String, float[]> arrays) {
    for (int i = 0; i < parameters.size(); i++) {
      for (int which = 0; which < memories.get(i).size(); which++) {
        arrays.put(name(i, which), Tensors.floats(memories.get(i).get(which)));
      }
    }
  }

  @Override
  public void restore(Map<String, float[]> arrays, long done) {
    updates = done;
    for (int i = 0; i < parameters.size(); i++) {
      for (int which = 0; which < memories.get(i).size(); which++) {
        Tensors.set(memories.get(i).get(which), arrays.get(name(i, which)));
      }
    }
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public void close() {
    memories.forEach(memory -> memory.forEach(NDArray::close));
  }
}
