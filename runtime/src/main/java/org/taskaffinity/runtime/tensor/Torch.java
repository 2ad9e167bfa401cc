package org.taskaffinity.runtime.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the project asks of PyTorch beyond DJL's own interface.
 *
 * <p>DJL's GradientCollector frees the graph after one backward pass and may be open once per JVM.
 * The calls here are public in the PyTorch engine but no part of DJL's API; every one of them is in
 * this class, so an upgrade of the engine is an upgrade of this class. A result belongs to the
 * manager of the first argument and dies with it.
 */
public final class Torch {

  /** Held here so that the native library is loaded before anything of this class is called. */
  private static final Engine ENGINE = Engine.getEngine("PyTorch");

  /** PyTorch's default, added to the variance. */
  private static final double EPSILON = 1e-5;

  private Torch() {}

  /** A manager of native memory on a device, to be closed by the caller. */
  public static NDManager manager(Device device) {
    return ENGINE.newBaseManager(device);
  }

  /** Sets how many threads one operation may use, for the whole JVM. */
  public static void threads(int threads) {
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }

  /** How many threads one operation may use. */
  public static int threads() {
    return JniUtils.getNumThreads();
  }

  /** Does something with recording of the calling thread's operations turned on or off. */
  public static <T> T recording(boolean on, Supplier<T> work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(on);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /**
   * Adds ⟨gradient, ∂output/∂leaf⟩ to the accumulated gradient of every leaf below the output.
   *
   * @param keepGraph whether another pass over the same graph will follow
   */
  public static void backward(NDArray output, NDArray gradient, boolean keepGraph) {
    JniUtils.backward(pt(output), pt(gradient), keepGraph, false);
  }

  /** The same values as a leaf of its own: a backward pass stops here and leaves a gradient. */
  public static NDArray cut(NDArray x) {
    PtNDArray leaf = JniUtils.detachGradient(pt(x));
    leaf.setRequiresGradient(true);
    return leaf;
  }

  /**
   * The tensor that a leaf's gradients are accumulated in, zero now. PyTorch makes it in the first
   * backward pass and adds to it in place ever after.
   */
  static NDArray gradientOf(NDArray leaf) {
    return recording(
        true,
        () -> {
          try (NDArray zeros = leaf.zerosLike();
              NDArray product = times(leaf, zeros)) {
            backward(product, zeros, false);
            return leaf.getGradient();
          }
        });
  }

  /** Sets an accumulated gradient to zero, in place. */
  public static void zeroGradient(NDArray leaf) {
    JniUtils.zeroGrad(pt(leaf));
  }

  /**
   * A sparse matrix; the copies keep its parts alive, which {@code NDManager.createCoo} does not.
   */
  public static NDArray sparse(NDArray indices, NDArray values, Shape shape) {
    return JniUtils.createSparseCoo(pt(indices.duplicate()), pt(values.duplicate()), shape);
  }

  /** Values of a float tensor in CPU memory, without a copy; valid while the tensor is open. */
  public static FloatBuffer view(NDArray x) {
    return pt(x).toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Writes one row of a matrix. */
  public static void setRow(NDArray matrix, int row, NDArray values) {
    long[] from = {row, 0};
    long[] to = {row + 1L, matrix.getShape().get(1)};
    JniUtils.indexSet(pt(matrix), pt(values), from, to, new long[] {1, 1});
  }

  public static NDArray product(NDArray a, NDArray b) {
    return JniUtils.matmul(pt(a), pt(b));
  }

  public static NDArray plus(NDArray a, NDArray b) {
    return JniUtils.add(pt(a), pt(b));
  }

  public static NDArray minus(NDArray a, NDArray b) {
    return JniUtils.sub(pt(a), pt(b));
  }

  public static NDArray times(NDArray a, NDArray b) {
    return JniUtils.mul(pt(a), pt(b));
  }

  public static NDArray relu(NDArray x) {
    return JniUtils.relu(pt(x));
  }

  public static NDArray leakyRelu(NDArray x, double slope) {
    return JniUtils.leakyRelu(pt(x), slope);
  }

  public static NDArray elu(NDArray x) {
    return JniUtils.elu(pt(x), 1);
  }

  public static NDArray softmax(NDArray x, long axis) {
    return JniUtils.softmax(pt(x), axis, x.getDataType());
  }

  /** The rows of a matrix that an index names, in the index's shape. */
  public static NDArray rows(NDArray matrix, NDArray index) {
    return JniUtils.embedding(pt(index), pt(matrix), false);
  }

  /** Side by side along an axis. */
  public static NDArray joined(List<NDArray> parts, long axis) {
    return JniUtils.cat(parts.stream().map(Torch::pt).toArray(PtNDArray[]::new), axis);
  }

  public static NDArray part(NDArray x, long axis, long from, long to) {
    return JniUtils.slice(pt(x), axis, from, to, 1);
  }

  public static NDArray maximum(NDArray x, long axis) {
    return JniUtils.max(pt(x), axis, false);
  }

  public static NDArray shaped(NDArray x, long... shape) {
    return JniUtils.reshape(pt(x), shape);
  }

  public static NDArray sum(NDArray x, long axis) {
    return JniUtils.sum(pt(x), new long[] {axis}, false);
  }

  public static NDArray mean(NDArray x, long axis) {
    return JniUtils.mean(pt(x), axis, false);
  }

  public static NDArray batchNorm(
      NDArray x,
      NDArray mean,
      NDArray variance,
      NDArray scale,
      NDArray shift,
      boolean training,
      double momentum) {
    return JniUtils.batchNorm(
        pt(x), pt(mean), pt(variance), pt(scale), pt(shift), training, momentum, EPSILON);
  }

  public static NDArray layerNorm(NDArray x, NDArray scale, NDArray shift) {
    return JniUtils.layerNorm(pt(x), scale.getShape(), pt(scale), pt(shift), EPSILON);
  }

  private static PtNDArray pt(NDArray x) {
    return (PtNDArray) x;
  }
}
