package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Aggregation;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.network.Features;
import org.taskaffinity.runtime.network.Links;
import org.taskaffinity.runtime.network.Tensors;
import org.taskaffinity.runtime.network.Torch;

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
  final Slab inputs = new Slab();
  final Slab edges = new Slab();
  final Slab edgeWeights = new Slab();
  final Slab pool = new Slab();
  final List<Slab> masks = new ArrayList<>();
  final Slab headMask = new Slab();
  final Slab links = new Slab();
  final Slab absent = new Slab();
  final Slab members = new Slab();
  final List<Slab> linkMasks = new ArrayList<>();
  int linkWidth;
  int longest;
  int[] rows = {};
  int atoms;
  int edgeCount;
  boolean masked;
  BatchArrays arrays;
  float[] labels = {};
  boolean[] present = {};
  long step;
  int epoch;

  Batch(Architecture architecture) {
    this.architecture = architecture;
    for (int i = 0; i < architecture.layers().size(); i++) {
      masks.add(new Slab());
      linkMasks.add(new Slab());
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
    Aggregation mixing = architecture.mixing();
    boolean adjacent =
        switch (mixing.reads()) {
          case NORMALISED, SUMMED -> true;
          case OWN, LISTED, WINDOWS -> false;
        };
    boolean graph = architecture.input() == Architecture.Input.GRAPH;
    NDArray x = tensor(manager, type, inputs, atoms, architecture.inputs());
    return new Features(
        x,
        adjacent ? adjacency(manager, type) : null,
        graph ? tensor(manager, type, pool, rows.length, atoms) : null,
        masked && architecture.dropout() > 0 ? masks(manager, type) : List.of(),
        masked && hasHeadMask(architecture)
            ? tensor(manager, type, headMask, rows.length, headUnits())
            : null,
        links(manager, type, mixing));
  }

  private Links links(NDManager manager, DataType type, Aggregation mixing) {
    return switch (mixing.reads()) {
      case OWN, NORMALISED, SUMMED -> null;
      case LISTED ->
          new Links(
              indices(manager, links, atoms, linkWidth),
              tensor(manager, type, absent, atoms, linkWidth, 1),
              masked && architecture.dropout() > 0
                  ? linkMasks.stream()
                      .limit(architecture.widths().size())
                      .map(m -> tensor(manager, type, m, atoms, linkWidth, mixing.linkMasks()))
                      .toList()
                  : List.of(),
              null);
      case WINDOWS ->
          new Links(
              indices(manager, links, atoms, linkWidth),
              null,
              List.of(),
              indices(manager, members, rows.length, longest));
    };
  }

  private static NDArray indices(NDManager manager, Slab slab, long rows, long columns) {
    return Tensors.create(manager, slab.bytes(), new Shape(rows, columns), DataType.INT64);
  }

  static boolean hasHeadMask(Architecture architecture) {
    return architecture.headDropout() > 0 && architecture.headHidden() > 0;
  }

  private int headUnits() {
    return architecture.tasks() * architecture.headHidden();
  }

  private NDArray adjacency(NDManager manager, DataType type) {
    NDArray indices =
        Tensors.create(manager, edges.bytes(), new Shape(2, edgeCount), DataType.INT64);
    return Torch.sparse(
        indices, tensor(manager, type, edgeWeights, edgeCount), new Shape(atoms, atoms));
  }

  private List<NDArray> masks(NDManager manager, DataType type) {
    List<NDArray> tensors = new ArrayList<>();
    List<Architecture.Layer> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      int units = architecture.dropsBeforePooling(i) ? atoms : rows.length;
      tensors.add(
          architecture.drops(i)
              ? tensor(manager, type, masks.get(i), units, layers.get(i).out())
              : null);
    }
    return tensors;
  }

  private static NDArray tensor(NDManager manager, DataType type, Slab slab, long... shape) {
    NDArray single = Tensors.create(manager, slab.bytes(), new Shape(shape), DataType.FLOAT32);
    return type == DataType.FLOAT32 ? single : single.toType(type, false);
  }
}
