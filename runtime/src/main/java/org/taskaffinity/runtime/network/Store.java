package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** Creates a network's tensors and remembers them in declaration order. */
final class Store {
  private final NDManager manager;
  private final DataType type;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Statistic> statistics = new ArrayList<>();

  Store(NDManager manager, DataType type) {
    this.manager = manager;
    this.type = type;
  }

  Parameter parameter(String name, float[] initial, boolean reached, long... shape) {
    Parameter parameter = new Parameter(name, manager, type, initial, reached, shape);
    parameters.add(parameter);
    return parameter;
  }

  Statistic statistic(String name, float[] initial) {
    Statistic statistic = new Statistic(name, constant(initial));
    statistics.add(statistic);
    return statistic;
  }

  NDArray constant(float[] values) {
    return Tensors.create(manager, values, new Shape(values.length), type);
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  List<Statistic> statistics() {
    return List.copyOf(statistics);
  }
}
