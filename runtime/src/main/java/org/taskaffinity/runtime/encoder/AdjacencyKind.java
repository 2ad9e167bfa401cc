package org.taskaffinity.runtime.encoder;

/** A kind over graphs whose layers add up neighbours by a matrix before their affine part. */
public interface AdjacencyKind extends GraphKind {

  /** How an atom and its neighbours are added up. */
  AdjacencyWriter.Weights weights();

  /** One layer without its aggregation. */
  Stage affine(StageContext context);

  /** The first layer's input is aggregated already, since the features are constant. */
  @Override
  default Stage stage(StageContext context) {
    Stage affine = affine(context);
    return context.number() > 0 ? new Aggregating(affine) : affine;
  }

  @Override
  default EncoderBatch batch(Inputs inputs, Masking masking) {
    return new AdjacencyBatch(inputs.graphs(), weights());
  }
}
