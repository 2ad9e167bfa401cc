package org.taskaffinity.runtime.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Named tensors in one flat array, in declaration order. */
final class Store {
  private final List<Tensor> tensors = new ArrayList<>();
  private final List<float[]> initial = new ArrayList<>();
  private int size;

  /** All numbers, once {@link #open} has been called. */
  float[] values = {};

  /** A matrix [rows, groups · width]. */
  Tensor matrix(String name, int rows, int groups, int width, float[] values) {
    return add(new Tensor(name, size, rows, Lanes.padded(rows), groups, width), values);
  }

  /** A vector [groups · width]. */
  Tensor vector(String name, int groups, int width, float[] values) {
    return add(new Tensor(name, size, 1, 1, groups, width), values);
  }

  /** A vector that begins with the same number everywhere. */
  Tensor vector(String name, int groups, int width, float value) {
    float[] values = new float[groups * width];
    Arrays.fill(values, value);
    return vector(name, groups, width, values);
  }

  private Tensor add(Tensor tensor, float[] values) {
    tensors.add(tensor);
    initial.add(values);
    size = Math.addExact(size, tensor.size());
    return tensor;
  }

  /** Allocates the array and writes the initial values. */
  void open() {
    values = new float[size];
    for (int i = 0; i < tensors.size(); i++) {
      tensors.get(i).put(initial.get(i), values);
    }
    initial.clear();
  }

  List<Tensor> tensors() {
    return tensors;
  }

  /** Copies one of the arrays laid out like this store, by name. */
  void save(String prefix, float[] flat, Map<String, float[]> arrays) {
    tensors.forEach(tensor -> arrays.put(prefix + tensor.name(), tensor.get(flat)));
  }

  /** Takes one of the arrays laid out like this store. */
  void restore(String prefix, float[] flat, Map<String, float[]> arrays) {
    tensors.forEach(tensor -> tensor.put(arrays.get(prefix + tensor.name()), flat));
  }
}
