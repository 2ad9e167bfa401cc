package org.taskaffinity.runtime.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** Creates a network's tensors and remembers them in declaration order. */
public final class Store {
  private final NDManager manager;
  private final DataType type;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Statistic> statistics = new ArrayList<>();

  public Store(NDManager manager, DataType type) {
    this.manager = manager;
    this.type = type;
  }

  public Parameter parameter(String name, float[] initial, boolean reached, long... shape) {
    Parameter parameter = new Parameter(name, manager, type, initial, reached, shape);
    parameters.add(parameter);
    return parameter;
  }

  public Statistic statistic(String name, float[] initial) {
    Statistic statistic = new Statistic(name, constant(initial));
    statistics.add(statistic);
    return statistic;
  }

  public NDArray constant(float[] values) {
    return Tensors.create(manager, values, new Shape(values.length), type);
  }

  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  public List<Statistic> statistics() {
    return List.copyOf(statistics);
  }
}
