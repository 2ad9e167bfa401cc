package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.runtime.gradient.Capture;

/**
 * Every task's own gradient of the encoder, off one forward pass: exact, and without the products
 * with zeros that K backward passes are mostly made of.
 *
 * <p>Tasks go in vector lanes, a panel of them at a time, from the heads down:
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
final class TaskCapture {
  private static final int W = Lanes.PANEL;

  private final Encoder encoder;
  private final Heads heads;
  private final Team team;
  private final int tasks;
  private final int taskPanels;
  private final List<Layer> layers;
  private final LayerCapture[] parts;
  private final float[][] scratch;
  private float[] pooled = {};

  TaskCapture(Encoder encoder, Heads heads, Team team, int tasks) {
    this.encoder = encoder;
    this.heads = heads;
    this.team = team;
    this.tasks = tasks;
    taskPanels = Lanes.panels(tasks);
    layers = encoder.layers;
    parts = new LayerCapture[layers.size()];
    Arrays.setAll(
        parts, i -> new LayerCapture(layers.get(i), taskPanels, team.size(), encoder.kept()));
    scratch = new float[team.size()][0];
  }

  /** Captures, after the heads' backward pass. */
  Capture capture(Scene scene, float[] values, boolean[] present, boolean full) {
    prepare(scene, values);
    for (int q = 0; q < taskPanels; q++) {
      takePanel(q, scene, values);
    }
    Gram gram = new Gram(tasks, team.size());
    for (LayerCapture part : parts) {
      team.each(thread -> part.addTo(gram, thread));
      gram.gather();
    }
    float[][] gradients = full ? gradients(present) : new float[0][];
    return new Capture(gram.whole(present), gradients);
  }

  private void prepare(Scene scene, float[] values) {
    for (int i = 0; i < parts.length; i++) {
      boolean top = i == encoder.graphs - 1 && parts[i].constantInMolecules();
      parts[i].shape(scene, top, i < encoder.graphs);
    }
    for (int t = 0; t < scratch.length; t++) {
      scratch[t] = sized(scratch[t], Math.max(scene.molecules, widest()) * W);
    }
    team.each(
        thread -> {
          for (int i = 0; i < parts.length; i++) {
            parts[i].prepare(scene, thread, values, i == 0);
          }
        });
  }

  private int widest() {
    return IntStream.range(0, layers.size())
        .map(i -> Lanes.padded(Math.max(layers.get(i).size.in(), layers.get(i).size.out())))
        .max()
        .orElse(0);
  }

  static float[] sized(float[] array, int size) {
    return array.length < size ? new float[size + size / 8] : array;
  }

  /** One panel of tasks, from ∂z down. */
  private void takePanel(int q, Scene scene, float[] values) {
    int graphs = encoder.graphs;
    Matrix z = encoder.encoded();
    int top = layers.size() - 1;
    float[] to = top >= graphs ? parts[top].room() : pooledRoom(scene);
    team.each(thread -> fromHeads(q, scene, z, thread, to));
    for (int i = top; i >= graphs; i--) {
      LayerCapture part = parts[i];
      part.dense(q, scene, values, team);
      if (i > graphs) {
        LayerCapture below = parts[i - 1];
        float[] room = below.room();
        team.each(thread -> part.belowDense(scene, thread, below.lists(), room, below.channels()));
      } else if (graphs > 0) {
        float[] room = pooledRoom(scene);
        int channels = Lanes.padded(layers.get(graphs - 1).size.out());
        team.each(thread -> part.belowDense(scene, thread, null, room, channels));
      }
    }
    if (graphs > 0) {
      graphs(q, scene, values);
    }
  }

  private float[] pooledRoom(Scene scene) {
    int width = Lanes.padded(layers.get(encoder.graphs - 1).size.out());
    pooled = sized(pooled, scene.molecules * width * W);
    return pooled;
  }

  /** ∂z of each task of the panel, [B][D][task]. */
  private void fromHeads(int q, Scene scene, Matrix z, int thread, float[] to) {
    float[] own = scratch[thread];
    int channels = z.panels * W;
    int some = Math.min(W, tasks - q * W);
    int end = Scene.share(z.panels, thread + 1, team.size());
    for (int p = Scene.share(z.panels, thread, team.size()); p < end; p++) {
      for (int lane = 0; lane < W; lane++) {
        if (lane < some) {
          heads.below(p, q * W + lane, q * W + lane + 1, own, 0);
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

  private void graphs(int q, Scene scene, float[] values) {
    LayerCapture top = parts[encoder.graphs - 1];
    top.fromPool(q, scene, values, pooled, team);
    for (int i = encoder.graphs - 1; i >= 0; i--) {
      LayerCapture part = parts[i];
      LayerCapture below = i > 0 ? parts[i - 1] : null;
      team.each(
          thread -> {
            if (below != null) {
              part.below(scene, thread, below, scratch[thread]);
            }
            part.weights(q, scene, thread);
          });
      if (below != null) {
        below.fromAbove(q, scene, values, team);
      }
    }
  }

  private float[][] gradients(boolean[] present) {
    int size = layers.stream().mapToInt(LayerCapture::parameters).sum();
    float[][] gradients = new float[tasks][];
    Arrays.setAll(gradients, t -> present[t] ? new float[size] : null);
    int offset = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i].copyInto(gradients, offset);
      offset += LayerCapture.parameters(layers.get(i));
    }
    return gradients;
  }
}
