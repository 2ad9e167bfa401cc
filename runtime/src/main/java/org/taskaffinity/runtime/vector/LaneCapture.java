package org.taskaffinity.runtime.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.gradient.Capture;

/**
 * Many tasks' gradients, without the products with zeros that K backward passes are mostly made of.
 *
 * <p>Tasks with a label in the batch go in vector lanes, a panel of them at a time, from the heads
 * down:
 *
 * <ol>
 *   <li>∂H is needed where the layer is live alone, the same (atom, channel) pairs for all tasks.
 *   <li>What a batch norm adds to ∂Y = f (V − m₁ − x̂ m₂) is of rank two in each channel, so ∂W
 *       needs it only through Σ A and Aᵀx̂, once for all tasks, and Â∂Y through Â1 and Âx̂.
 *   <li>Below the mean over atoms V is the same for all live atoms of a molecule.
 *   <li>A layer on molecules has few rows: ⟨g_i, g_j⟩ = Σ_c m_ciᵀ (AAᵀ) m_cj, and no gradient is
 *       made.
 * </ol>
 */
final class LaneCapture implements TaskCapture {
  private static final int W = Lanes.PANEL;

  private final Encoder encoder;
  private final Heads heads;
  private final WorkerTeam team;
  private final int tasks;
  private final List<GraphCapture> graphs = new ArrayList<>();
  private final List<MoleculeCapture> dense = new ArrayList<>();

  /** All of them, from the first layer up. */
  private final List<LayerCapture> parts = new ArrayList<>();

  private final float[][] scratch;

  /** The gradient of the mean over atoms, [B][channel][task]. */
  private float[] pooled = {};

  /**
   * Panels of tasks from which on {@link ManyTasksCapture} is taken: a gradient is dearer than the
   * square of its factor then.
   */
  private static final int MANY = 3;

  LaneCapture(Encoder encoder, Heads heads, WorkerTeam team, int tasks) {
    this.encoder = encoder;
    this.heads = heads;
    this.team = team;
    this.tasks = tasks;
    int taskPanels = Lanes.panels(tasks);
    float kept = encoder.kept();
    for (Layer layer : encoder.layers) {
      boolean top = graphs.size() == encoder.graphs - 1;
      if (!layer.size.graph()) {
        dense.add(new MoleculeCapture(layer, taskPanels, kept));
      } else if (top && layer.norm != Norm.LAYER) {
        graphs.add(
            taskPanels < MANY
                ? new PooledCapture(layer, taskPanels, kept)
                : new ManyTasksCapture(layer, taskPanels, kept));
      } else {
        graphs.add(new AtomCapture(layer, taskPanels, kept));
      }
    }
    parts.addAll(graphs);
    parts.addAll(dense);
    scratch = new float[WorkerTeam.SLICES][0];
  }

  @Override
  public Capture capture(BatchSlices scene, float[] values, boolean[] present, boolean full) {
    int[] lanes = IntStream.range(0, tasks).filter(t -> present[t]).toArray();
    prepare(scene, values);
    for (int q = 0; q < Lanes.panels(lanes.length); q++) {
      takePanel(q, lanes, scene, values);
    }
    Gram gram = new Gram(lanes.length);
    for (LayerCapture part : parts) {
      team.each(slice -> part.addTo(gram, slice));
      gram.gather();
    }
    float[][] gradients = full ? gradients(lanes) : new float[0][];
    return new Capture(gram.whole(lanes, tasks), gradients);
  }

  private void prepare(BatchSlices scene, float[] values) {
    for (LayerCapture part : parts) {
      part.shape(scene);
    }
    for (int t = 0; t < scratch.length; t++) {
      scratch[t] = Lanes.sized(scratch[t], Math.max(scene.molecules, widest()) * W);
    }
    team.each(
        slice -> {
          for (LayerCapture part : parts) {
            part.prepare(scene, slice, values, part == parts.get(0));
          }
        });
  }

  private int widest() {
    return parts.stream().mapToInt(part -> Math.max(part.in, part.channels)).max().orElse(0);
  }

  /** One panel of tasks, from ∂z down. */
  private void takePanel(int q, int[] lanes, BatchSlices scene, float[] values) {
    Matrix z = encoder.encoded();
    float[] to = dense.isEmpty() ? pooledRoom(scene) : dense.get(dense.size() - 1).d;
    team.each(slice -> fromHeads(q, lanes, scene, z, slice, to));
    for (int i = dense.size() - 1; i >= 0; i--) {
      MoleculeCapture part = dense.get(i);
      part.back(q, scene, values, team);
      if (i > 0) {
        MoleculeCapture below = dense.get(i - 1);
        team.each(slice -> part.below(scene, slice, below));
      } else if (!graphs.isEmpty()) {
        float[] room = pooledRoom(scene);
        team.each(slice -> part.below(scene, slice, room, top().channels));
      }
    }
    if (!graphs.isEmpty()) {
      takeGraphs(q, scene, values);
    }
  }

  /** The graph layer below the pooling. */
  private GraphCapture top() {
    return graphs.get(graphs.size() - 1);
  }

  private float[] pooledRoom(BatchSlices scene) {
    pooled = Lanes.sized(pooled, scene.molecules * top().channels * W);
    return pooled;
  }

  /** ∂z of each task of the panel, [B][D][task]. */
  private void fromHeads(int q, int[] lanes, BatchSlices scene, Matrix z, int slice, float[] to) {
    float[] own = scratch[slice];
    int channels = z.panels * W;
    int some = Math.min(W, lanes.length - q * W);
    int end = BatchSlices.share(z.panels, slice + 1);
    for (int p = BatchSlices.share(z.panels, slice); p < end; p++) {
      for (int lane = 0; lane < W; lane++) {
        if (lane < some) {
          int task = lanes[q * W + lane];
          heads.below(p, task, task + 1, own, 0);
        } else {
          Arrays.fill(own, 0, scene.molecules * W, 0f);
        }
        for (int b = 0; b < scene.molecules; b++) {
          int at = (b * channels + p * W) * W + lane;
          for (int j = 0; j < W; j++) {
            to[at + j * W] = own[b * W + j];
          }
        }
      }
    }
  }

  private void takeGraphs(int q, BatchSlices scene, float[] values) {
    top().fromPool(q, scene, values, pooled, team);
    for (int i = graphs.size() - 1; i > 0; i--) {
      GraphCapture part = graphs.get(i);
      AtomCapture below = (AtomCapture) graphs.get(i - 1);
      team.each(
          slice -> {
            part.below(scene, slice, below, scratch[slice]);
            part.weights(q, scene, slice);
          });
      below.taken(q, scene, values, team);
    }
    team.each(slice -> graphs.get(0).weights(q, scene, slice));
  }

  private float[][] gradients(int[] lanes) {
    int size = parts.stream().mapToInt(LayerCapture::parameters).sum();
    float[][] taken = new float[lanes.length][size];
    int offset = 0;
    for (LayerCapture part : parts) {
      part.copyInto(taken, offset);
      offset += part.parameters();
    }
    float[][] gradients = new float[tasks][];
    for (int lane = 0; lane < lanes.length; lane++) {
      gradients[lanes[lane]] = taken[lane];
    }
    return gradients;
  }
}
