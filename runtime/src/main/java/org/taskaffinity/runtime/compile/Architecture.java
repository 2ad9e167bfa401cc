package org.taskaffinity.runtime.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.taskaffinity.dsl.Norm;

/**
 * Every size of a network with one shared encoder and K heads.
 *
 * <pre>
 *   GRAPH  [N, F] ─ GCN → … → widths ─ mean over each molecule's atoms ─┐
 *   ROWS   [B, F] ─ linear → … → widths ────────────────────────────────┴─ (projection) → z [B, D]
 *   head t  z ─ (linear → headHidden) ─ linear → logit [B]
 * </pre>
 *
 * <p>Each arrow to a width is affine, then norm, ReLU and dropout.
 *
 * @param input what a row of data is
 * @param inputs F, the features of an atom or of a row
 * @param widths output width of each encoder layer, at least one
 * @param norm what normalises the encoder's layers
 * @param dropout probability in [0, 1) that an encoder unit is dropped
 * @param projection width of the layer between pooling and the heads; 0 for none
 * @param headHidden width of each head's hidden layer; 0 for linear heads
 * @param headNorm what normalises the heads' hidden layers
 * @param headDropout probability in [0, 1) that a hidden unit of a head is dropped
 * @param tasks K
 */
public record Architecture(
    Input input,
    int inputs,
    List<Integer> widths,
    Norm norm,
    double dropout,
    int projection,
    int headHidden,
    Norm headNorm,
    double headDropout,
    int tasks) {

  /** What a row of data is. */
  public enum Input {
    /** A molecule's graph; the layers are graph convolutions (Kipf and Welling 2017). */
    GRAPH,
    /** A vector, such as a fingerprint; the layers are linear. */
    ROWS
  }

  /**
   * One affine layer of the encoder.
   *
   * @param name what its tensors and streams are called
   * @param in features it reads
   * @param out features it makes
   * @param graph whether it aggregates over neighbouring atoms
   */
  public record Layer(String name, int in, int out, boolean graph) {}

  public Architecture {
    Objects.requireNonNull(input);
    Objects.requireNonNull(norm);
    Objects.requireNonNull(headNorm);
    widths = List.copyOf(widths);
    atLeast("inputs", inputs, 1);
    atLeast("number of widths", widths.size(), 1);
    widths.forEach(width -> atLeast("width", width, 1));
    atLeast("projection", projection, 0);
    atLeast("headHidden", headHidden, 0);
    atLeast("tasks", tasks, 1);
    probability("dropout", dropout);
    probability("headDropout", headDropout);
  }

  /** The encoder's layers in order; the projection, if any, is the last. */
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    int in = inputs;
    for (int i = 0; i < widths.size(); i++) {
      layers.add(new Layer("encoder/" + i, in, widths.get(i), input == Input.GRAPH));
      in = widths.get(i);
    }
    if (projection > 0) {
      layers.add(new Layer("encoder/projection", in, projection, false));
    }
    return List.copyOf(layers);
  }

  /** D, the width of what the heads read. */
  public int outputWidth() {
    return projection > 0 ? projection : widths.get(widths.size() - 1);
  }

  /** P, the encoder's parameters: weights, biases, and scale and shift of each norm. */
  public int encoderParameters() {
    return layers().stream().mapToInt(l -> affine(l.in(), l.out()) + scales(norm, l.out())).sum();
  }

  /** The parameters of one head. */
  public int headParameters() {
    return headHidden == 0
        ? affine(outputWidth(), 1)
        : affine(outputWidth(), headHidden) + scales(headNorm, headHidden) + affine(headHidden, 1);
  }

  /** All parameters: P and those of K heads. */
  public int parameters() {
    return Math.addExact(encoderParameters(), Math.multiplyExact(tasks, headParameters()));
  }

  /** Whether a batch of one row could not be normalised, so that batches need at least two. */
  public boolean couplesRows() {
    return norm == Norm.BATCH || (headHidden > 0 && headNorm == Norm.BATCH);
  }

  private static int affine(int in, int out) {
    return in * out + out;
  }

  private static int scales(Norm norm, int width) {
    return norm == Norm.NONE ? 0 : 2 * width;
  }

  private static void atLeast(String what, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "The " + what + " is " + value + "; write " + least + " or more.");
    }
  }

  private static void probability(String what, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          what + "(" + value + ") is outside [0, 1). Write a fraction: 0.3 drops three in ten.");
    }
  }
}
