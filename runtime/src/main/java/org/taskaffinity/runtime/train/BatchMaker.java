package org.taskaffinity.runtime.train;

import java.nio.IntBuffer;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.InputForm;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Masking;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.tensor.Dropout;

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
  private final ArrayWriter arrays;
  private final Masking masking;
  private final long encoderKey;
  private final long[] headKeys;
  private final Dropout encoderDropout;
  private final Dropout headDropout;

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
    InputForm kind = inputs.form();
    if (kind != architecture.input() || inputs.featureCount() != architecture.inputs()) {
      throw new IllegalArgumentException(
          "The encoder reads %s with %d features; the data has %s with %d."
              .formatted(architecture.input(), architecture.inputs(), kind, inputs.featureCount()));
    }
    this.architecture = architecture;
    this.targets = List.copyOf(targets);
    this.inputs = inputs;
    this.labels = labels;
    masking = new Masking(architecture.dropout(), architecture.widths(), seeds);
    arrays = form == Batch.Form.ARRAYS ? arrays(architecture, inputs) : null;
    encoderDropout = new Dropout(architecture.dropout());
    headDropout = new Dropout(architecture.headDropout());
    encoderKey = seeds.key("dropout/encoder");
    headKeys = targets.stream().mapToLong(t -> seeds.key("dropout/head/" + t.name())).toArray();
  }

  private static ArrayWriter arrays(Architecture architecture, Inputs inputs) {
    return architecture
        .kind()
        .arrays(inputs)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The engine in Java has no encoder "
                        + architecture.kind().verb()
                        + "; prepare batches as tensors."));
  }

  /** A batch to be filled. */
  public Batch empty() {
    return new Batch(architecture, architecture.kind().batch(inputs, masking));
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
      batch.arrays = arrays.write(batch.rows);
      batch.atoms = batch.arrays.starts()[batch.rows.length];
    } else {
      batch.content.write(batch.rows);
      batch.atoms = batch.content.count();
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
    List<LayerSizes> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      if (architecture.drops(i)) {
        encoderMask(batch, i, layers.get(i).out());
      }
    }
    batch.content.drawMasks(batch.step);
  }

  private void encoderMask(Batch batch, int layer, int width) {
    boolean ofAtoms = architecture.dropsBeforePooling(layer);
    int units = ofAtoms ? batch.atoms : batch.rows.length;
    IntBuffer out = batch.masks.get(layer).ints(units * width);
    for (int id : batch.rows) {
      int atoms = ofAtoms ? batch.content.count(id) : 1;
      long key = Dropout.key(encoderKey, batch.step, id, layer);
      encoderDropout.mask(key, out, atoms * width);
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
