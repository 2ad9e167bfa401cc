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
 *   TEXT   [N, F] ─ windows → … → widths ─ maximum over each text ──────┤
 *   ROWS   [B, F] ─ linear → … → widths ────────────────────────────────┴─ (projection) → z [B, D]
 *   head t  z ─ (linear → headHidden) ─ linear → logit [B]
 * </pre>
 *
 * <p>Each arrow to a width is affine, then norm, ReLU and dropout; {@link Aggregation} has the
 * others.
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
 * @param mixing what the layers before pooling do
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
    int tasks,
    Aggregation mixing) {

  /** What a row of data is. */
  public enum Input {
    /** A molecule's graph. */
    GRAPH,
    /** A vector, such as a fingerprint; the layers are linear. */
    ROWS,
    /** A molecule's SMILES, character by character. */
    TEXT
  }

  /**
   * One affine layer of the encoder.
   *
   * @param name what its tensors and streams are called
   * @param in features it reads
   * @param out features it makes
   * @param graph whether it works on atoms or characters, before pooling
   * @param weights numbers of its weights and biases, without norms; multiplied and added each time
   *     an atom, a character or a row passes
   */
  public record Layer(String name, int in, int out, boolean graph, int weights) {}

  /** With the layers that go with the input. */
  public Architecture(
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
    this(
        input,
        inputs,
        widths,
        norm,
        dropout,
        projection,
        headHidden,
        headNorm,
        headDropout,
        tasks,
        Aggregation.of(input));
  }

  public Architecture {
    Objects.requireNonNull(input);
    Objects.requireNonNull(norm);
    Objects.requireNonNull(headNorm);
    Objects.requireNonNull(mixing);
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
    int in = mixing.embedding() > 0 ? mixing.embedding() : inputs;
    for (int i = 0; i < widths.size(); i++) {
      boolean last = i == widths.size() - 1;
      Layer layer = mixing.layer("encoder/" + i, in, widths.get(i), norm, last);
      layers.add(layer);
      in = layer.out();
    }
    if (projection > 0) {
      layers.add(new Layer("encoder/projection", in, projection, false, affine(in, projection)));
    }
    return List.copyOf(layers);
  }

  /** D, the width of what the heads read. */
  public int outputWidth() {
    List<Layer> layers = layers();
    return layers.get(layers.size() - 1).out();
  }

  /** P, the encoder's parameters: weights, biases, and scale and shift of each norm. */
  public int encoderParameters() {
    int embedded = inputs * mixing.embedding();
    return embedded + layers().stream().mapToInt(l -> l.weights() + scales(norm, l.out())).sum();
  }

  /** Whether a layer's units are dropped: of texts only what the maximum left and what follows. */
  public boolean drops(int layer) {
    return dropout > 0 && (input != Input.TEXT || layer >= widths.size() - 1);
  }

  /** Whether a layer's dropped units are those of atoms, and not those of molecules. */
  public boolean dropsBeforePooling(int layer) {
    return input == Input.GRAPH && layer < widths.size();
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

  /** Weights and biases of an affine layer. */
  static int affine(int in, int out) {
    return in * out + out;
  }

  /** Scale and shift of a norm. */
  static int scales(Norm norm, int width) {
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
