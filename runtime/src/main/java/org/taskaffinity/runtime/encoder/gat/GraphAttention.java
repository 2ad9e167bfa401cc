package org.taskaffinity.runtime.encoder.gat;

import java.util.Optional;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.Effort;
import org.taskaffinity.runtime.encoder.EncoderBatch;
import org.taskaffinity.runtime.encoder.GraphKind;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Masking;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;

/**
 * Atoms with their neighbours, by attention (Veličković et al. 2018).
 *
 * @param heads side by side, but in the last layer, where their mean is taken
 */
public record GraphAttention(int heads) implements GraphKind {
  @Override
  public String verb() {
    return "gat";
  }

  @Override
  public LayerSizes layer(String name, int in, int width, Norm norm, boolean last) {
    int wide = last ? heads * width : width;
    return new LayerSizes(name, in, width, true, in * wide + 2 * wide + width);
  }

  @Override
  public EncoderBatch batch(Inputs inputs, Masking masking) {
    return new AttentionBatch(inputs.graphs(), heads, masking);
  }

  @Override
  public Stage stage(StageContext context) {
    return new AttentionLayer(context, heads);
  }

  @Override
  public String words() {
    return ", attention of " + heads;
  }

  @Override
  public Effort effort() {
    return new Effort(1.8, 4, 1);
  }

  @Override
  public Optional<ArrayWriter> arrays(Inputs inputs) {
    return Optional.empty();
  }
}
