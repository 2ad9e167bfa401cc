package org.taskaffinity.runtime.encoder.gcn;

import java.util.Optional;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.AdjacencyKind;
import org.taskaffinity.runtime.encoder.AdjacencyWriter;
import org.taskaffinity.runtime.encoder.AffineLayer;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.Effort;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;

/**
 * Graph convolutions, Y = ÂXW + b (Kipf and Welling 2017, "Semi-supervised classification with
 * graph convolutional networks", eq. 2).
 */
public record GraphConvolution() implements AdjacencyKind {
  @Override
  public String verb() {
    return "gcn";
  }

  @Override
  public AdjacencyWriter.Weights weights() {
    return AdjacencyWriter.Weights.NORMALISED;
  }

  @Override
  public LayerSizes layer(String name, int in, int width, Norm norm, boolean last) {
    return new LayerSizes(name, in, width, true, LayerSizes.affine(in, width));
  }

  @Override
  public Stage affine(StageContext context) {
    return new AffineLayer(context);
  }

  @Override
  public String words() {
    return "";
  }

  @Override
  public Effort effort() {
    return Effort.OF_PRODUCTS;
  }

  @Override
  public Optional<ArrayWriter> arrays(Inputs inputs) {
    return Optional.of(new AdjacencyWriter(inputs.graphs(), weights()));
  }
}
