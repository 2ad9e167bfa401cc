package org.taskaffinity.runtime.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.InputForm;
import org.taskaffinity.runtime.encoder.LayerSizes;

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
 * <p>Each arrow to a width is affine, then norm, ReLU and dropout; {@link EncoderKind} has the
 * others.
 *
 * @param kind of the encoder
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
    EncoderKind kind,
    int inputs,
    List<Integer> widths,
    Norm norm,
    double dropout,
    int projection,
    int headHidden,
    Norm headNorm,
    double headDropout,
    int tasks) {

  public Architecture {
    Objects.requireNonNull(kind);
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
  public List<LayerSizes> layers() {
    List<LayerSizes> layers = new ArrayList<>();
    int in = kind.embedding() > 0 ? kind.embedding() : inputs;
    for (int i = 0; i < widths.size(); i++) {
      boolean last = i == widths.size() - 1;
      LayerSizes layer = kind.layer("encoder/" + i, in, widths.get(i), norm, last);
      layers.add(layer);
      in = layer.out();
    }
    if (projection > 0) {
      layers.add(
          new LayerSizes(
              "encoder/projection", in, projection, false, LayerSizes.affine(in, projection)));
    }
    return List.copyOf(layers);
  }

  /** D, the width of what the heads read. */
  public int outputWidth() {
    List<LayerSizes> layers = layers();
    return layers.get(layers.size() - 1).out();
  }

  /** P, the encoder's parameters: weights, biases, and scale and shift of each norm. */
  public int encoderParameters() {
    int embedded = inputs * kind.embedding();
    return embedded
        + layers().stream().mapToInt(l -> l.weights() + LayerSizes.scales(norm, l.out())).sum();
  }

  /** What a row of data is. */
  public InputForm input() {
    return kind.input();
  }

  /** Whether a layer's units are dropped. */
  public boolean drops(int layer) {
    return dropout > 0 && (kind.dropsEveryLayer() || layer >= widths.size() - 1);
  }

  /** Whether a layer's dropped units are those of atoms, and not those of molecules. */
  public boolean dropsBeforePooling(int layer) {
    return input() == InputForm.GRAPH && layer < widths.size();
  }

  /** The parameters of one head. */
  public int headParameters() {
    return headHidden == 0
        ? LayerSizes.affine(outputWidth(), 1)
        : LayerSizes.affine(outputWidth(), headHidden)
            + LayerSizes.scales(headNorm, headHidden)
            + LayerSizes.affine(headHidden, 1);
  }

  /** All parameters: P and those of K heads. */
  public int parameters() {
    return Math.addExact(encoderParameters(), Math.multiplyExact(tasks, headParameters()));
  }

  /** Whether a batch of one row could not be normalised, so that batches need at least two. */
  public boolean couplesRows() {
    return norm == Norm.BATCH || (headHidden > 0 && headNorm == Norm.BATCH);
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
