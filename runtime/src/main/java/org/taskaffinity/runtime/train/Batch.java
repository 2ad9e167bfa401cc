package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.BatchArrays;
import org.taskaffinity.runtime.encoder.EncoderBatch;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.tensor.Slab;

/**
 * One batch in the host's memory: B rows, N atoms (N = B without graphs), labels, masks.
 *
 * <p>A batch is filled again and again; its tensors share its memory, so they must be closed before
 * it is given back. In the form of {@link Form#ARRAYS} it has no tensors: {@link #arrays} holds its
 * features, and there are no masks, for who reads arrays draws them where they are used.
 */
public final class Batch {

  /** What a batch is prepared for. */
  public enum Form {
    /** Memory that tensors can share: dense pooling, Â as pairs of indices, masks. */
    TENSORS,
    /** Plain arrays, see {@link BatchArrays}. */
    ARRAYS
  }

  private final Architecture architecture;
  final EncoderBatch content;
  final List<Slab> masks = new ArrayList<>();
  final Slab headMask = new Slab();
  int[] rows = {};
  int atoms;
  boolean masked;
  BatchArrays arrays;
  float[] labels = {};
  boolean[] present = {};
  long step;
  int epoch;

  Batch(Architecture architecture, EncoderBatch content) {
    this.architecture = architecture;
    this.content = content;
    for (int i = 0; i < architecture.layers().size(); i++) {
      masks.add(new Slab());
    }
  }

  /** Row numbers in the dataset, [B]. */
  public int[] rows() {
    return rows.clone();
  }

  /** B. */
  public int size() {
    return rows.length;
  }

  /** N, the atoms of all molecules together, or the characters; B where rows are neither. */
  public int atoms() {
    return atoms;
  }

  /** Its features as arrays; null in the form of tensors. */
  public BatchArrays arrays() {
    return arrays;
  }

  /** Labels [B, K], row-major, to be read where present. */
  public float[] labels() {
    return labels;
  }

  /** Where there is a label, [B, K], row-major. */
  public boolean[] present() {
    return present;
  }

  /** Which step of the training it is for, from 0. */
  public long step() {
    return step;
  }

  /** Which epoch it belongs to, from 0. */
  public int epoch() {
    return epoch;
  }

  /** Its tensors on a manager's device. */
  Features on(NDManager manager, DataType type) {
    boolean drops = masked && architecture.dropout() > 0;
    return new Features(
        content.inputs(manager, type),
        content.structure(manager, type, drops),
        drops ? masks(manager, type) : List.of(),
        masked && hasHeadMask(architecture)
            ? headMask.tensor(manager, type, rows.length, headUnits())
            : null);
  }

  static boolean hasHeadMask(Architecture architecture) {
    return architecture.headDropout() > 0 && architecture.headHidden() > 0;
  }

  private int headUnits() {
    return architecture.tasks() * architecture.headHidden();
  }

  private List<NDArray> masks(NDManager manager, DataType type) {
    List<NDArray> tensors = new ArrayList<>();
    List<LayerSizes> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      int units = architecture.dropsBeforePooling(i) ? atoms : rows.length;
      tensors.add(
          architecture.drops(i)
              ? masks.get(i).tensor(manager, type, units, layers.get(i).out())
              : null);
    }
    return tensors;
  }
}
