package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.network.Parameter;
import org.taskaffinity.runtime.network.Tensors;
import org.taskaffinity.runtime.network.Torch;

/** AdamW by tensor operations, on any device and in any precision. */
final class TensorAdamW implements AdamW {
  private final List<Parameter> parameters;
  private final Optimisation o;
  private final List<NDArray> m = new ArrayList<>();
  private final List<NDArray> v = new ArrayList<>();
  private long updates;

  TensorAdamW(List<Parameter> parameters, Optimisation optimisation) {
    this.parameters = parameters;
    o = optimisation;
    for (Parameter parameter : parameters) {
      m.add(parameter.array().zerosLike());
      v.add(parameter.array().zerosLike());
    }
  }

  @Override
  public void step(double rate, double factor) {
    updates++;
    Torch.recording(
        false,
        () -> {
          for (int i = 0; i < parameters.size(); i++) {
            update(i, rate, factor);
          }
          return null;
        });
  }

  private void update(int i, double rate, double factor) {
    Parameter parameter = parameters.get(i);
    parameter.array().muli(1 - rate * o.weightDecay());
    if (!parameter.reached()) {
      return;
    }
    double size = rate / (1 - StrictMath.pow(o.beta1(), updates));
    double root = Math.sqrt(1 - StrictMath.pow(o.beta2(), updates));
    try (NDArray g = parameter.gradient().mul(factor);
        NDArray part = g.mul(1 - o.beta1());
        NDArray square = g.square();
        NDArray spread = v.get(i).muli(o.beta2()).addi(square.muli(1 - o.beta2())).sqrt();
        NDArray move =
            m.get(i).muli(o.beta1()).addi(part).div(spread.divi(root).addi(o.epsilon()))) {
      parameter.array().subi(move.muli(size));
    }
    parameter.clear();
  }

  @Override
  public double gradientNorm() {
    return Torch.recording(
        false,
        () -> {
          double sum = 0;
          for (Parameter parameter : parameters) {
            sum += parameter.reached() ? squares(parameter.gradient()) : 0;
          }
          return Math.sqrt(sum);
        });
  }

  private static double squares(NDArray gradient) {
    try (NDArray squares = gradient.square();
        NDArray sum = squares.sum()) {
      return Tensors.floats(sum)[0];
    }
  }

  @Override
  public void save(Map<String, float[]> arrays) {
    for (int i = 0; i < parameters.size(); i++) {
      arrays.put("m/" + parameters.get(i).name(), Tensors.floats(m.get(i)));
      arrays.put("v/" + parameters.get(i).name(), Tensors.floats(v.get(i)));
    }
  }

  @Override
  public void restore(Map<String, float[]> arrays, long done) {
    updates = done;
    for (int i = 0; i < parameters.size(); i++) {
      Tensors.set(m.get(i), arrays.get("m/" + parameters.get(i).name()));
      Tensors.set(v.get(i), arrays.get("v/" + parameters.get(i).name()));
    }
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public void close() {
    m.forEach(NDArray::close);
    v.forEach(NDArray::close);
  }
}
