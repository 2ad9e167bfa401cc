package org.taskaffinity.runtime.encoder.dmpnn;

import java.util.Optional;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.Effort;
import org.taskaffinity.runtime.encoder.EncoderBatch;
import org.taskaffinity.runtime.encoder.GraphKind;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Masking;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;
import org.taskaffinity.runtime.encoder.TableInputs;

/**
 * Messages along directed bonds (Yang et al. 2019).
 *
 * @param depth states a directed bond goes through, the initial one among them
 * @param bondFeatures features of a bond, E
 */
public record DirectedMessages(int depth, int bondFeatures) implements GraphKind {
  @Override
  public String verb() {
    return "dmpnn";
  }

  /** Bond features are worked out here, and not when the first batch asks for them. */
  @Override
  public TableInputs inputs(Table table, int[] training) {
    TableInputs.molecules(verb(), "molecular graphs", table).bondFeatures();
    return GraphKind.super.inputs(table, training);
  }

  @Override
  public LayerSizes layer(String name, int in, int width, Norm norm, boolean last) {
    int initial = (in + bondFeatures) * width;
    int update = depth > 1 ? width * width : 0;
    int readout = LayerSizes.affine(in + width, width);
    return new LayerSizes(name, in, width, true, initial + update + readout);
  }

  @Override
  public EncoderBatch batch(Inputs inputs, Masking masking) {
    return new BondBatch(inputs.graphs(), this, masking);
  }

  @Override
  public Stage stage(StageContext context) {
    return new MessageLayer(context, this);
  }

  @Override
  public String words() {
    return ", directed messages of depth " + depth;
  }

  /**
   * Counted, not measured: an atom has about two directed bonds, W_h is used depth − 1 times, and
   * every state is kept.
   */
  @Override
  public Effort effort() {
    double step = Math.max(1, depth - .5);
    return new Effort(step, 1.5 * step, 2 * depth + 1);
  }

  @Override
  public Optional<ArrayWriter> arrays(Inputs inputs) {
    return Optional.empty();
  }
}
