package org.taskaffinity.runtime.vector;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.tensor.Dropout;
import org.taskaffinity.runtime.tensor.Initial;

/**
 * The shared part: graph convolutions, the mean over each molecule's atoms, layers on whole
 * molecules.
 *
 * <p>A pass is a row of phases; every slice of one ends before the next begins.
 */
final class Encoder {
  private static final int W = Lanes.PANEL;

  final List<Layer> layers = new ArrayList<>();

  /** How many of the layers are graph convolutions; they come first. */
  final int graphs;

  private final WorkerTeam team;
  private final long dropoutKey;
  private final LaneDropout dropout;
  private final Matrix pooled = new Matrix();
  private final Matrix pooledGradient = new Matrix();
  private final float[][] scratch;

  Encoder(
      Architecture sizes,
      Initial initial,
      long dropoutKey,
      Store parameters,
      Store statistics,
      WorkerTeam team) {
    this.team = team;
    this.dropoutKey = dropoutKey;
    dropout = sizes.dropout() > 0 ? new LaneDropout(sizes.dropout()) : null;
    for (LayerSizes layer : sizes.layers()) {
      layers.add(new Layer(layer, sizes.norm(), initial, parameters, statistics));
    }
    graphs = (int) layers.stream().filter(layer -> layer.size.graph()).count();
    scratch = new float[WorkerTeam.SLICES][0];
  }

  /** What a kept unit is multiplied by. */
  float kept() {
    return dropout == null ? 1 : dropout.kept();
  }

  /** z [B, D], once {@link #forward} is done. */
  Matrix encoded() {
    return graphs == layers.size() ? pooled : last().h;
  }

  /** Where ∂z is put. */
  Matrix encodedGradient() {
    return graphs == layers.size() ? pooledGradient : last().d;
  }

  /** The mean over atoms of the last graph layer, [B, width]. */
  Matrix pooled() {
    return pooled;
  }

  private Layer last() {
    return layers.get(layers.size() - 1);
  }

  /** The rows of a layer: atoms or molecules. */
  static int rows(Layer layer, BatchSlices scene) {
    return layer.size.graph() ? scene.atoms : scene.molecules;
  }

  Layer.Part part(Layer layer, int slice, BatchSlices scene) {
    return layer.part(
        slice, scene.firstAtom(slice), scene.firstAtom(slice + 1), rows(layer, scene));
  }

  /** Makes room for a batch. */
  void shape(BatchSlices scene) {
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      layer.shape(rows(layer, scene));
      if (i == 0 || i < graphs) {
        layer.input.shape(rows(layer, scene), layer.size.in());
      } else {
        layer.input = i == graphs ? pooled : layers.get(i - 1).h;
      }
    }
    if (graphs > 0) {
      int width = layers.get(graphs - 1).size.out();
      pooled.shape(scene.molecules, width);
      pooledGradient.shape(scene.molecules, width);
    }
    for (int t = 0; t < scratch.length; t++) {
      int needed = Math.max(scene.atoms, scene.molecules) * W;
      scratch[t] = scratch[t].length < needed ? new float[needed + needed / 8] : scratch[t];
    }
  }

  /** Computes z. */
  void forward(BatchSlices scene, float[] values, float[] statistics, boolean training) {
    team.each(slice -> take(scene, slice));
    for (int i = 0; i < layers.size(); i++) {
      int index = i;
      Layer layer = layers.get(i);
      team.each(
          slice -> {
            if (training) {
              transpose(layer, slice, values);
            }
            if (index > 0 && index < graphs) {
              mix(layers.get(index - 1), layer, scene, slice);
            }
            layer.product(part(layer, slice, scene), values, training);
          });
      if (layer.norm == Norm.LAYER) {
        team.each(slice -> normaliseRows(layer, scene, slice));
      }
      team.each(
          slice -> {
            layer.activate(part(layer, slice, scene), values, statistics, training);
            if (training && dropout != null) {
              drop(index, scene, slice);
            }
            if (index == graphs - 1) {
              pool(layer, scene, slice);
            }
          });
    }
  }

  private void take(BatchSlices scene, int slice) {
    Layer first = layers.get(0);
    int from = first.size.graph() ? scene.firstAtom(slice) : scene.firstMolecule(slice);
    int end = first.size.graph() ? scene.firstAtom(slice + 1) : scene.firstMolecule(slice + 1);
    first.input.take(scene.arrays.features(), first.size.in(), from, end);
  }

  private void transpose(Layer layer, int slice, float[] values) {
    if (layer != layers.get(0)) {
      int n = layer.inPanels();
      layer.transpose(values, BatchSlices.share(n, slice), BatchSlices.share(n, slice + 1));
    }
  }

  /** A = ÂH of the layer below, for a slice's own atoms. */
  private static void mix(Layer below, Layer layer, BatchSlices scene, int slice) {
    for (int p = 0; p < layer.inPanels(); p++) {
      mix(below.h.data, below.h.at(p), scene, slice, layer.input.data, layer.input.at(p));
    }
  }

  /** One panel of y = Âx, for a slice's own atoms. */
  static void mix(float[] x, int at, BatchSlices scene, int slice, float[] y, int to) {
    int[] starts = scene.arrays.linkStarts();
    int[] links = scene.arrays.links();
    float[] weights = scene.arrays.weights();
    for (int atom = scene.firstAtom(slice); atom < scene.firstAtom(slice + 1); atom++) {
      Channels.mix(x, at, links, weights, starts[atom], starts[atom + 1], y, to + atom * W);
    }
  }

  private void normaliseRows(Layer layer, BatchSlices scene, int slice) {
    boolean graph = layer.size.graph();
    layer.normaliseRows(
        graph ? scene.firstAtom(slice) : scene.firstMolecule(slice),
        graph ? scene.firstAtom(slice + 1) : scene.firstMolecule(slice + 1));
  }

  private void drop(int index, BatchSlices scene, int slice) {
    Layer layer = layers.get(index);
    boolean graph = layer.size.graph();
    Layer.Part part = part(layer, slice, scene);
    int from = graph ? scene.firstMolecule(slice) : 0;
    int end = graph ? scene.firstMolecule(slice + 1) : scene.molecules;
    int[] starts = scene.arrays.starts();
    for (int b = from; b < end; b++) {
      long key = Dropout.key(dropoutKey, scene.batch.step(), scene.ids[b], index);
      int row = graph ? starts[b] : b;
      int count = graph ? starts[b + 1] - starts[b] : 1;
      for (int p = part.firstPanel(); p < part.endPanel(); p++) {
        dropout.drop(layer.h.data, layer.h.at(p, row), count, key, layer.size.out(), p * W);
      }
    }
  }

  private void pool(Layer layer, BatchSlices scene, int slice) {
    int[] starts = scene.arrays.starts();
    for (int p = 0; p < layer.panels(); p++) {
      for (int b = scene.firstMolecule(slice); b < scene.firstMolecule(slice + 1); b++) {
        int atoms = starts[b + 1] - starts[b];
        int to = pooled.at(p, b);
        Channels.sum(layer.h.data, layer.h.at(p, starts[b]), atoms, pooled.data, to);
        Channels.scale(pooled.data, to, 1f / atoms);
      }
    }
  }

  /** From ∂z to every parameter's gradient. */
  void backward(BatchSlices scene, float[] values, float[] gradient) {
    for (int i = layers.size() - 1; i >= graphs; i--) {
      int index = i;
      Layer layer = layers.get(i);
      dense(layer, scene, values, gradient);
      if (i > 0) {
        Matrix below = i == graphs ? pooledGradient : layers.get(i - 1).d;
        team.each(slice -> down(layers.get(index), below, slice));
      }
    }
    if (graphs > 0) {
      graphs(scene, values, gradient);
    }
  }

  private void dense(Layer layer, BatchSlices scene, float[] values, float[] gradient) {
    boolean rows = layer.norm == Norm.LAYER;
    team.each(
        slice -> {
          Layer.Part part = part(layer, slice, scene);
          layer.live(part, kept());
          layer.back(part, values);
          if (!rows) {
            layer.gradients(part.firstPanel(), part.endPanel(), gradient);
          }
        });
    if (rows) {
      team.each(t -> layer.backRows(scene.firstMolecule(t), scene.firstMolecule(t + 1), values));
      team.each(
          slice -> {
            Layer.Part part = part(layer, slice, scene);
            layer.sumBias(part);
            layer.gradients(part.firstPanel(), part.endPanel(), gradient);
          });
    }
  }

  private void down(Layer layer, Matrix below, int slice) {
    int n = layer.inPanels();
    int end = BatchSlices.share(n, slice + 1);
    for (int p = BatchSlices.share(n, slice); p < end; p++) {
      layer.below(p, below.data, below.at(p), 0, below.rows);
    }
  }

  private void graphs(BatchSlices scene, float[] values, float[] gradient) {
    Layer top = layers.get(graphs - 1);
    team.each(
        slice -> {
          unpool(top, scene, slice);
          top.live(part(top, slice, scene), kept());
        });
    for (int i = graphs - 1; i >= 0; i--) {
      int index = i;
      Layer layer = layers.get(i);
      team.each(
          slice -> {
            Layer.Part part = part(layer, slice, scene);
            layer.back(part, values);
            if (layer.norm == Norm.LAYER) {
              layer.backRows(part.firstRow(), part.endRow(), values);
              layer.sumBias(part);
            }
            if (index > 0) {
              below(layer, layers.get(index - 1), part, scene);
            }
            if (index < graphs - 1) {
              gradients(layers.get(index + 1), slice, gradient);
            }
          });
    }
    team.each(slice -> gradients(layers.get(0), slice, gradient));
  }

  private void gradients(Layer layer, int slice, float[] gradient) {
    int n = layer.panels();
    layer.gradients(BatchSlices.share(n, slice), BatchSlices.share(n, slice + 1), gradient);
  }

  private void unpool(Layer layer, BatchSlices scene, int slice) {
    int[] starts = scene.arrays.starts();
    for (int p = 0; p < layer.panels(); p++) {
      for (int b = scene.firstMolecule(slice); b < scene.firstMolecule(slice + 1); b++) {
        int atoms = starts[b + 1] - starts[b];
        Channels.spread(
            pooledGradient.data,
            pooledGradient.at(p, b),
            1f / atoms,
            layer.d.data,
            layer.d.at(p, starts[b]),
            atoms);
      }
    }
  }

  /** ∂H of the layer below = Â ∂Y Wᵀ, and its V with sums, panel by panel. */
  private void below(Layer layer, Layer lower, Layer.Part part, BatchSlices scene) {
    float[] own = scratch[part.slice()];
    for (int p = 0; p < layer.inPanels(); p++) {
      layer.below(p, own, 0, part.firstRow(), part.endRow());
      mix(own, 0, scene, part.slice(), lower.d.data, lower.d.at(p));
    }
    lower.live(part(lower, part.slice(), scene), kept());
  }

  void moveRunning(float[] statistics) {
    layers.forEach(layer -> layer.moveRunning(statistics));
  }
}
