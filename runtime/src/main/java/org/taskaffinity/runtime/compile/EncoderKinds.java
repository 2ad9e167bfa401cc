package org.taskaffinity.runtime.compile;

import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.runtime.chem.BondFeatures;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.cnn.TextConvolution;
import org.taskaffinity.runtime.encoder.dense.FeatureColumns;
import org.taskaffinity.runtime.encoder.dense.Fingerprint;
import org.taskaffinity.runtime.encoder.dmpnn.DirectedMessages;
import org.taskaffinity.runtime.encoder.gat.GraphAttention;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.encoder.gin.GraphIsomorphism;

/** From an encoder of the language to what this project knows of its kind. */
public final class EncoderKinds implements Encoder.Cases<EncoderKind> {
  private EncoderKinds() {}

  /** The kind of an encoder, with the settings that only this kind has. */
  public static EncoderKind of(Encoder encoder) {
    return encoder.fold(new EncoderKinds());
  }

  @Override
  public EncoderKind gcn(Encoder.Gcn encoder) {
    return new GraphConvolution();
  }

  @Override
  public EncoderKind mlp(Encoder.Mlp encoder) {
    return new FeatureColumns();
  }

  @Override
  public EncoderKind ecfpMlp(Encoder.EcfpMlp encoder) {
    return new Fingerprint(encoder.bits());
  }

  @Override
  public EncoderKind gat(Encoder.Gat encoder) {
    return new GraphAttention(encoder.heads());
  }

  @Override
  public EncoderKind gin(Encoder.Gin encoder) {
    return new GraphIsomorphism();
  }

  @Override
  public EncoderKind cnn(Encoder.Cnn encoder) {
    return new TextConvolution(encoder.kernels(), encoder.embedding());
  }

  @Override
  public EncoderKind dmpnn(Encoder.Dmpnn encoder) {
    return new DirectedMessages(encoder.depth(), BondFeatures.COUNT);
  }
}
