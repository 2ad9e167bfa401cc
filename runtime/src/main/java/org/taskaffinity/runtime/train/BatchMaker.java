package org.taskaffinity.runtime.train;

import java.nio.IntBuffer;
import java.util.List;
import org.taskaffinity.runtime.compile.Aggregation;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Layer;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.network.Dropout;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Fills batches: features (for graphs ÂX), adjacency, pooling, labels and dropout masks.
 *
 * <p>For one thread at a time.
 */
public final class BatchMaker {
  private final Batch.Form form;
  private final Architecture architecture;
  private final List<Target> targets;
  private final Inputs inputs;
  private final Labels labels;
  private final GraphWriter graphs;
  private final LinkWriter links;
  private final TextWriter texts;
  private final int linkMasks;
  private final long linkKey;
  private final long encoderKey;
  private final long[] headKeys;
  private final Dropout encoderDropout;
  private final Dropout headDropout;
  private float[] row = {};

  /**
   * @param labels may be null where batches are only evaluated
   * @throws IllegalArgumentException if the inputs are not what the architecture reads
   */
  public BatchMaker(
      Architecture architecture, List<Target> targets, Inputs inputs, Labels labels, Seeds seeds) {
    this(Batch.Form.TENSORS, architecture, targets, inputs, labels, seeds);
  }

  /**
   * @param form what the batches are prepared for
   * @param labels may be null where batches are only evaluated
   * @throws IllegalArgumentException if the inputs are not what the architecture reads
   */
  public BatchMaker(
      Batch.Form form,
      Architecture architecture,
      List<Target> targets,
      Inputs inputs,
      Labels labels,
      Seeds seeds) {
    this.form = form;
    Architecture.Input kind = kind(inputs);
    if (kind != architecture.input() || inputs.featureCount() != architecture.inputs()) {
      throw new IllegalArgumentException(
          "The encoder reads %s with %d features; the data has %s with %d."
              .formatted(architecture.input(), architecture.inputs(), kind, inputs.featureCount()));
    }
    this.architecture = architecture;
    this.targets = List.copyOf(targets);
    this.inputs = inputs;
    this.labels = labels;
    Aggregation mixing = architecture.mixing();
    graphs = inputs instanceof Inputs.Graphs g ? new GraphWriter(g.source(), mixing.reads()) : null;
    linkMasks = mixing.linkMasks();
    boolean listed = mixing.reads() == Aggregation.Reads.LISTED;
    links = listed ? new LinkWriter(((Inputs.Graphs) inputs).source()) : null;
    texts = inputs instanceof Inputs.Texts t ? new TextWriter(t.source(), mixing.widest()) : null;
    linkKey = seeds.key("dropout/attention");
    encoderDropout = new Dropout(architecture.dropout());
    headDropout = new Dropout(architecture.headDropout());
    encoderKey = seeds.key("dropout/encoder");
    headKeys = targets.stream().mapToLong(t -> seeds.key("dropout/head/" + t.name())).toArray();
  }

  private static Architecture.Input kind(Inputs inputs) {
    if (inputs instanceof Inputs.Graphs) {
      return Architecture.Input.GRAPH;
    }
    return inputs instanceof Inputs.Texts ? Architecture.Input.TEXT : Architecture.Input.ROWS;
  }

  /** A batch to be filled. */
  public Batch empty() {
    return new Batch(architecture);
  }

  /** Fills a batch for training, with labels and masks. */
  public void fill(Batch batch, BatchOrder.Draft draft) {
    features(batch, draft);
    if (labels != null) {
      labels(batch);
    }
    batch.masked = true;
    if (form == Batch.Form.ARRAYS) {
      return;
    }
    if (architecture.dropout() > 0) {
      encoderMasks(batch);
    }
    if (Batch.hasHeadMask(architecture)) {
      headMasks(batch);
    }
  }

  /** Fills a batch with features alone, for evaluation. */
  public void fillForEvaluation(Batch batch, BatchOrder.Draft draft) {
    features(batch, draft);
    batch.masked = false;
  }

  private void features(Batch batch, BatchOrder.Draft draft) {
    batch.rows = draft.rows();
    batch.step = draft.step();
    batch.epoch = draft.epoch();
    if (form == Batch.Form.ARRAYS) {
      arrays(batch);
    } else if (graphs != null) {
      graphs.write(batch);
      if (links != null) {
        links.write(batch);
      }
    } else if (texts != null) {
      texts.write(batch);
    } else {
      rows(batch);
    }
  }

  private void arrays(Batch batch) {
    if (graphs != null) {
      graphs.writeArrays(batch);
      return;
    }
    RowSource source = ((Inputs.Rows) inputs).source();
    int width = source.featureCount();
    batch.atoms = batch.rows.length;
    float[] all = new float[batch.atoms * width];
    int[] starts = new int[batch.atoms + 1];
    for (int b = 0; b < batch.atoms; b++) {
      source.features(batch.rows[b], all, b * width);
      starts[b + 1] = b + 1;
    }
    batch.arrays = new BatchArrays(all, starts, new int[0], new int[0], new float[0]);
  }

  private void rows(Batch batch) {
    RowSource source = ((Inputs.Rows) inputs).source();
    int width = source.featureCount();
    row = row.length < width ? new float[width] : row;
    batch.atoms = batch.rows.length;
    var out = batch.inputs.floats(batch.atoms * width);
    for (int id : batch.rows) {
      source.features(id, row, 0);
      out.put(row, 0, width);
    }
  }

  private void labels(Batch batch) {
    int tasks = targets.size();
    batch.labels = new float[batch.rows.length * tasks];
    batch.present = new boolean[batch.labels.length];
    for (int b = 0; b < batch.rows.length; b++) {
      for (int t = 0; t < tasks; t++) {
        if (labels.present(batch.rows[b], t)) {
          batch.present[b * tasks + t] = true;
          batch.labels[b * tasks + t] = labels.value(batch.rows[b], t);
        }
      }
    }
  }

  private void encoderMasks(Batch batch) {
    List<Layer> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      if (architecture.drops(i)) {
        encoderMask(batch, i, layers.get(i).out());
      }
      if (links != null && layers.get(i).graph()) {
        linkMask(batch, i);
      }
    }
  }

  private void encoderMask(Batch batch, int layer, int width) {
    boolean ofAtoms = architecture.dropsBeforePooling(layer);
    int units = ofAtoms ? batch.atoms : batch.rows.length;
    IntBuffer out = batch.masks.get(layer).ints(units * width);
    for (int id : batch.rows) {
      int atoms = ofAtoms ? graphs.atoms(id) : 1;
      long key = Dropout.key(encoderKey, batch.step, id, layer);
      encoderDropout.mask(key, out, atoms * width);
    }
  }

  private void linkMask(Batch batch, int layer) {
    int width = batch.linkWidth;
    IntBuffer out = batch.linkMasks.get(layer).ints(batch.atoms * width * linkMasks);
    for (int id : batch.rows) {
      long key = Dropout.key(linkKey, batch.step, id, layer);
      links.mask(id, linkMasks, width, key, encoderDropout, out);
    }
  }

  private void headMasks(Batch batch) {
    int width = architecture.headHidden();
    IntBuffer out = batch.headMask.ints(batch.rows.length * headKeys.length * width);
    for (int id : batch.rows) {
      for (long headKey : headKeys) {
        headDropout.mask(Dropout.key(headKey, batch.step, id, 0), out, width);
      }
    }
  }
}
