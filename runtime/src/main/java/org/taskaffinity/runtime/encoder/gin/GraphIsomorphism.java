package org.taskaffinity.runtime.encoder.gin;

import java.util.Optional;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.AdjacencyKind;
import org.taskaffinity.runtime.encoder.AdjacencyWriter;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.Effort;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;

/** The sum of an atom and its neighbours through two affine layers (Xu et al. 2019). */
public record GraphIsomorphism() implements AdjacencyKind {
  @Override
  public String verb() {
    return "gin";
  }

  @Override
  public AdjacencyWriter.Weights weights() {
    return AdjacencyWriter.Weights.SUMMED;
  }

  @Override
  public LayerSizes layer(String name, int in, int width, Norm norm, boolean last) {
    int inner = LayerSizes.affine(in, width) + LayerSizes.scales(norm, width);
    return new LayerSizes(name, in, width, true, inner + LayerSizes.affine(width, width));
  }

  @Override
  public Stage affine(StageContext context) {
    return new SumLayer(context);
  }

  @Override
  public String words() {
    return ", sums through two layers";
  }

  @Override
  public Effort effort() {
    return Effort.OF_PRODUCTS;
  }

  @Override
  public Optional<ArrayWriter> arrays(Inputs inputs) {
    return Optional.empty();
  }
}
