package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Tensors;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * One recorded forward pass, cut between the first products of the heads and the rest.
 *
 * <p>The cut lets one backward pass over the heads serve all tasks: a head's hidden units belong to
 * one task alone, so du holds every task's part side by side, and each part goes on down the
 * encoder by itself ({@link #toEncoder}) or all together ({@link #backwardEncoder}).
 *
 * <p>Valid until the manager of the batch is closed. Call in the order {@link #backwardHeads}, any
 * number of passes over {@link #encoded()} that keep the graph, {@link #backwardEncoder}.
 */
public final class Forward {
  private final Heads heads;
  private final NDArray encoded;
  private final NDArray first;
  private final NDArray cut;
  private final NDArray logits;
  private NDArray gradient;

  Forward(Heads heads, NDArray encoded, NDArray first, NDArray cut, NDArray logits) {
    this.heads = heads;
    this.encoded = encoded;
    this.first = first;
    this.cut = cut;
    this.logits = logits;
  }

  /** z [B, D], the encoder's output. */
  public NDArray encoded() {
    return encoded;
  }

  /** [B, K]. */
  public NDArray logits() {
    return logits;
  }

  /**
   * Takes the gradient from the logits down to the cut; accumulates those of the heads, all but
   * their first weights.
   *
   * @param gradient ∂L/∂logits [B, K]
   */
  public void backwardHeads(NDArray gradient) {
    Torch.backward(logits, gradient, false);
    this.gradient = cut.getGradient();
    this.gradient.attach(logits.getManager());
  }

  /** Every task's own ∂L_t/∂z, [K, B, D]. */
  public NDArray toEncoder() {
    return Torch.recording(false, () -> heads.toEncoder(gradient));
  }

  /**
   * Takes the gradient from the cut down through the encoder with a weight for each task, Σ_t w_t
   * ∂L_t/∂z, and frees the graph. The heads' first weights get the gradient of their own losses.
   *
   * <p>Two passes over the encoder: the first is for the heads' weights alone, and what it leaves
   * in the encoder is cleared.
   *
   * @param weights w, [K]
   * @param encoder its parameters
   */
  public void backwardEncoder(double[] weights, List<Parameter> encoder) {
    Torch.backward(first, gradient, true);
    encoder.forEach(Parameter::clear);
    NDArray sum = Torch.recording(false, () -> weighed(weights));
    Torch.backward(encoded, sum, false);
  }

  private NDArray weighed(double[] weights) {
    float[] single = new float[weights.length];
    for (int t = 0; t < single.length; t++) {
      single[t] = (float) weights[t];
    }
    NDArray all = heads.toEncoder(gradient);
    Shape shape = new Shape(weights.length, 1, 1);
    NDArray each = Tensors.create(logits.getManager(), single, shape, logits.getDataType());
    return Torch.sum(Torch.times(all, each), 0);
  }

  /** Takes the gradient from the cut down through the encoder, and frees the graph. */
  public void backwardEncoder() {
    Torch.backward(first, gradient, false);
  }
}
