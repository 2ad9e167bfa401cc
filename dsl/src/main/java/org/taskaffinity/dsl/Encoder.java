package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

  /** An encoder of each kind with usual sizes, by its verb; an option may name the verb alone. */
  static Map<String, Encoder> usual() {
    return UsualEncoders.all();
  }

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

    R gat(Gat encoder);

    R gin(Gin encoder);

    R cnn(Cnn encoder);

    R dmpnn(Dmpnn encoder);
  }

  /**
   * Graph convolutions over the atoms of a molecule (Kipf and Welling 2017): each layer is H ←
   * ReLU(norm(Â H W + b)) with dropout, Â = D^(−1/2) (A + I) D^(−1/2); then the mean over atoms and
   * the projection.
   */
  record Gcn(List<Integer> widths, Norm norm, double dropout, int projection) implements Encoder {
    public Gcn {
      widths = Check.widths("gcn", widths);
      Check.encoder(dropout, projection);
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
      return "gcn" + Say.list(widths) + Say.settings(this);
    }
  }

  /** Dense layers over numeric feature columns, standardised by the training rows' mean and sd. */
  record Mlp(List<Integer> widths, Norm norm, double dropout, int projection) implements Encoder {
    public Mlp {
      widths = Check.widths("mlp", widths);
      Check.encoder(dropout, projection);
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
      return "mlp" + Say.list(widths) + Say.settings(this);
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
      Check.bits(bits);
      Check.encoder(dropout, projection);
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
      return "ecfpMlp" + Say.list(widths) + ".bits(" + bits + ")" + Say.settings(this);
    }
  }

  /**
   * Graph attention over the atoms of a molecule (Veličković et al. 2018, eq. 1–6): an atom reads
   * itself and its neighbours j with weights of its own, as many times as there are heads.
   *
   * <pre>
   *   α_ij = softmax_j LeakyReLU(a·W h_j + b·W h_i)      h_i ← ELU(norm(‖_heads Σ_j α_ij W h_j + c))
   * </pre>
   *
   * <p>The heads share a layer's width between them, side by side; in the last layer each has the
   * whole width and their mean is taken. The slope of LeakyReLU below 0 is 0.2. Dropout is on what
   * a layer makes and on α. Then the mean over atoms and the projection.
   *
   * @param heads how often each layer attends; divides every width but the last
   */
  record Gat(List<Integer> widths, int heads, Norm norm, double dropout, int projection)
      implements Encoder {
    public Gat {
      widths = Check.widths("gat", widths);
      Check.atLeast(1, "heads", heads, "Write heads(4)");
      Check.heads(widths, heads);
      Check.encoder(dropout, projection);
    }

    public Gat heads(int count) {
      return new Gat(widths, count, norm, dropout, projection);
    }

    @Override
    public Gat norm(Norm chosen) {
      return new Gat(widths, heads, chosen, dropout, projection);
    }

    @Override
    public Gat dropout(double chance) {
      return new Gat(widths, heads, norm, chance, projection);
    }

    @Override
    public Gat projection(int width) {
      return new Gat(widths, heads, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.gat(this);
    }

    @Override
    public String toString() {
      return "gat" + Say.list(widths) + ".heads(" + heads + ")" + Say.settings(this);
    }
  }

  /**
   * Graph isomorphism network over the atoms of a molecule (Xu et al. 2019, eq. 4.1, ε = 0): each
   * layer sums an atom with its neighbours and sends the sum through two dense layers.
   *
   * <pre>
   *   h_i ← ReLU(norm(W₂ ReLU(norm(W₁ (h_i + Σ_j h_j) + b₁)) + b₂))
   * </pre>
   *
   * <p>With dropout after each layer; then the mean over atoms, as for the other graph encoders,
   * and the projection.
   */
  record Gin(List<Integer> widths, Norm norm, double dropout, int projection) implements Encoder {
    public Gin {
      widths = Check.widths("gin", widths);
      Check.encoder(dropout, projection);
    }

    @Override
    public Gin norm(Norm chosen) {
      return new Gin(widths, chosen, dropout, projection);
    }

    @Override
    public Gin dropout(double chance) {
      return new Gin(widths, norm, chance, projection);
    }

    @Override
    public Gin projection(int width) {
      return new Gin(widths, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.gin(this);
    }

    @Override
    public String toString() {
      return "gin" + Say.list(widths) + Say.settings(this);
    }
  }

  /**
   * Convolutions along the characters of a SMILES as its file writes it, of any length: each
   * character is embedded, each layer reads a window of characters around each, and the maximum
   * over all characters goes on (Kim 2014, for sentences).
   *
   * <pre>
   *   h_i ← ReLU(norm(‖_k W_k (h_{i−⌊k/2⌋} ‖ … ‖ h_{i+⌊k/2⌋}) + b))        beyond the ends h = 0
   * </pre>
   *
   * <p>The kernels of a layer stand side by side, each of the layer's width. {@code
   * cnn(128).kernels(3, 5, 7)} is one layer of three kernels; {@code cnn(128, 256, 256).kernels(3)}
   * three layers one after another. Dropout follows the maximum and the projection.
   *
   * @param kernels sizes of the windows, odd
   * @param embedding numbers a character becomes
   */
  record Cnn(
      List<Integer> widths,
      List<Integer> kernels,
      int embedding,
      Norm norm,
      double dropout,
      int projection)
      implements Encoder {
    public Cnn {
      widths = Check.widths("cnn", widths);
      kernels = Check.kernels(kernels);
      Check.atLeast(1, "embedding", embedding, "Write embedding(64)");
      Check.encoder(dropout, projection);
    }

    public Cnn kernels(int... sizes) {
      return new Cnn(
          widths, Arrays.stream(sizes).boxed().toList(), embedding, norm, dropout, projection);
    }

    public Cnn embedding(int width) {
      return new Cnn(widths, kernels, width, norm, dropout, projection);
    }

    @Override
    public Cnn norm(Norm chosen) {
      return new Cnn(widths, kernels, embedding, chosen, dropout, projection);
    }

    @Override
    public Cnn dropout(double chance) {
      return new Cnn(widths, kernels, embedding, norm, chance, projection);
    }

    @Override
    public Cnn projection(int width) {
      return new Cnn(widths, kernels, embedding, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.cnn(this);
    }

    @Override
    public String toString() {
      String own = ".kernels" + Say.list(kernels) + ".embedding(" + embedding + ")";
      return "cnn" + Say.list(widths) + own + Say.settings(this);
    }
  }

  /**
   * Directed message passing along the bonds of a molecule, D-MPNN (Yang et al. 2019), the network
   * of chemprop: each bond has a state in either direction; a message adds up what leads to v.
   *
   * <pre>
   *   h⁰_vw = ReLU(W_i (x_v ‖ e_vw))    m_vw = Σ_{k ∈ N(v)∖w} h_kv    h_vw ← ReLU(h⁰_vw + W_h m_vw)
   *   h_v = ReLU(norm(W_o (x_v ‖ Σ_{k ∈ N(v)} h_kv) + b))
   * </pre>
   *
   * <p>W_h is shared by all depth − 1 updates; W_i and W_h have no bias. Bond features e: single,
   * double, triple, aromatic, conjugated, in a ring. Then the mean over atoms, chemprop's default,
   * and the projection. The norm is on atoms alone, dropout on each update and on h_v. chemprop's
   * code adds h⁰ before its ReLU; the paper, and this network, after.
   *
   * @param hidden width of all states, at least 1
   * @param depth states a bond goes through, h⁰ among them, at least 1; chemprop's depth
   */
  record Dmpnn(int hidden, int depth, Norm norm, double dropout, int projection)
      implements Encoder {
    public Dmpnn {
      Check.widths("dmpnn", List.of(hidden));
      Check.atLeast(1, "depth", depth, "Write depth(3)");
      Check.encoder(dropout, projection);
    }

    @Override
    public List<Integer> widths() {
      return List.of(hidden);
    }

    public Dmpnn depth(int states) {
      return new Dmpnn(hidden, states, norm, dropout, projection);
    }

    @Override
    public Dmpnn norm(Norm chosen) {
      return new Dmpnn(hidden, depth, chosen, dropout, projection);
    }

    @Override
    public Dmpnn dropout(double chance) {
      return new Dmpnn(hidden, depth, norm, chance, projection);
    }

    @Override
    public Dmpnn projection(int width) {
      return new Dmpnn(hidden, depth, norm, dropout, width);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.dmpnn(this);
    }

    @Override
    public String toString() {
      return "dmpnn(" + hidden + ").depth(" + depth + ")" + Say.settings(this);
    }
  }
}
