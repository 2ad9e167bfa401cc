package org.taskaffinity.dsl;

import java.util.List;

/**
 * The part of the network that all tasks share; its parameters are the θ of every task gradient.
 */
public sealed interface Encoder extends Part {

  /** Width of each layer, in order; at least one. */
  List<Integer> widths();

  /** Normalisation after each layer. */
  Norm norm();

  /** Chance in [0, 1) that a unit is dropped after each layer. */
  double dropout();

  /** Width of the projection between the last layer and the heads; 0 for none. */
  int projection();

  Encoder norm(Norm chosen);

  Encoder dropout(double chance);

  Encoder projection(int width);

  /** One answer per kind of encoder; a new kind stops every undecided place from compiling. */
  <R> R fold(Cases<R> cases);

  @Override
  default Experiment in(Experiment experiment) {
    return experiment.encoder(this);
  }

  /**
   * One answer per kind of encoder.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R gcn(Gcn encoder);

    R mlp(Mlp encoder);

    R ecfpMlp(EcfpMlp encoder);
  }

  /**
   * Graph convolutions over the atoms of a molecule (Kipf and Welling 2017): each layer is H ←
   * ReLU(norm(Â H W + b)) with dropout, Â = D^(−1/2) (A + I) D^(−1/2); then the mean over atoms and
   * the projection.
   */
  record Gcn(List<Integer> widths, Norm norm, double dropout, int projection) implements Encoder {
    public Gcn {
      widths = Check.widths("gcn", widths);
      checkShape(dropout, projection);
    }

    @Override
    public Gcn norm(Norm chosen) {
      return new Gcn(widths, chosen, dropout, projection);
    }

    @Override
    public Gcn dropout(double chance) {
      return new Gcn(widths, norm, chance, projection);
    }

    @Override
    public Gcn projection(int width) {
      return new Gcn(widths, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.gcn(this);
    }

    @Override
    public String toString() {
      return "gcn" + Say.list(widths) + settings(this);
    }
  }

  /**
   * Dense layers over numeric feature columns, standardised with the training rows' mean and sd.
   */
  record Mlp(List<Integer> widths, Norm norm, double dropout, int projection) implements Encoder {
    public Mlp {
      widths = Check.widths("mlp", widths);
      checkShape(dropout, projection);
    }

    @Override
    public Mlp norm(Norm chosen) {
      return new Mlp(widths, chosen, dropout, projection);
    }

    @Override
    public Mlp dropout(double chance) {
      return new Mlp(widths, norm, chance, projection);
    }

    @Override
    public Mlp projection(int width) {
      return new Mlp(widths, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.mlp(this);
    }

    @Override
    public String toString() {
      return "mlp" + Say.list(widths) + settings(this);
    }
  }

  /**
   * Dense layers over the molecule's ECFP4 bits (Rogers and Hahn 2010, radius 2, folded).
   *
   * @param bits length of the folded fingerprint, a power of two from 16 to 2048
   */
  record EcfpMlp(List<Integer> widths, int bits, Norm norm, double dropout, int projection)
      implements Encoder {
    public EcfpMlp {
      widths = Check.widths("ecfpMlp", widths);
      if (bits < 16 || bits > 2048 || Integer.bitCount(bits) != 1) {
        throw new DescriptionException(
            "bits(" + bits + ") is no power of two from 16 to 2048. Write bits(2048).");
      }
      checkShape(dropout, projection);
    }

    public EcfpMlp bits(int length) {
      return new EcfpMlp(widths, length, norm, dropout, projection);
    }

    @Override
    public EcfpMlp norm(Norm chosen) {
      return new EcfpMlp(widths, bits, chosen, dropout, projection);
    }

    @Override
    public EcfpMlp dropout(double chance) {
      return new EcfpMlp(widths, bits, norm, chance, projection);
    }

    @Override
    public EcfpMlp projection(int width) {
      return new EcfpMlp(widths, bits, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.ecfpMlp(this);
    }

    @Override
    public String toString() {
      return "ecfpMlp" + Say.list(widths) + ".bits(" + bits + ")" + settings(this);
    }
  }

  private static void checkShape(double dropout, int projection) {
    Check.share("dropout", dropout, "0.3 drops three units in ten");
    Check.atLeast(0, "projection", projection, "Write projection(256), or projection(0) for none");
  }

  private static String settings(Encoder encoder) {
    return ".norm("
        + Say.constant(encoder.norm())
        + ").dropout("
        + encoder.dropout()
        + ").projection("
        + encoder.projection()
        + ")";
  }
}
