package org.taskaffinity.dsl;

/**
 * A measure of the captured steps that are stored with a run: the cosine c_t of two tasks'
 * gradients g_t and h_t, and their norms, at each of T steps.
 *
 * <p>A step at which one of the tasks had no label is left out, or counts as {@link
 * Capture#absent(Absent)} of the experiment says: as a cosine of 0, and as a gradient of 0.
 *
 * @param statistic what is taken over the steps
 * @param firstEpoch the first epoch read, counted from 1; 0 for all stored captures
 * @param lastEpoch the last epoch read, counted from 1; 0 for all stored captures
 */
public record CaptureMeasure(Statistic statistic, int firstEpoch, int lastEpoch)
    implements Measure {
  public CaptureMeasure {
    if (firstEpoch != 0 || lastEpoch != 0) {
      requireRange(firstEpoch, lastEpoch);
    }
  }

  private static void requireRange(int first, int last) {
    if (first < 1 || last < first) {
      throw new DescriptionException(
          "epochs("
              + first
              + ", "
              + last
              + ") is no range of epochs. Epochs are counted from 1, both ends are read: epochs(1,"
              + " 5).");
    }
  }

  /** What is taken over the steps. */
  public enum Statistic {
    /** mean_t c_t, the affinity G; in [−1, 1]. */
    COSINE("cosine", "mean cosine"),
    /** mean_t ⟨g_t, h_t⟩ / √(mean_t ‖g_t‖² mean_t ‖h_t‖²); in [−1, 1]. */
    COSINE_OF_MEAN_PRODUCTS("cosineOfMeanProducts", "cosine of mean inner products"),
    /** The fraction of steps with c_t &lt; 0; in [0, 1]. */
    CONFLICT_RATE("conflictRate", "conflict rate"),
    /** From g to h: Σ_t ⟨g_t, h_t⟩ / Σ_t ‖h_t‖². */
    FIRST_ORDER_LOOKAHEAD("firstOrderLookahead", "first-order lookahead"),
    /** X_gh / √(X_gg X_hh), X the mean inner product between batches: about −1 to 1. */
    SIGNAL_AFFINITY("signalAffinity", "signal affinity"),
    /** X_gh / √(mean_t ‖g_t‖² mean_t ‖h_t‖²): of {@link #COSINE_OF_MEAN_PRODUCTS}, the signal. */
    SIGNAL_SHARE("signalShare", "share of the expected gradients"),
    /** {@link #COSINE_OF_MEAN_PRODUCTS} − {@link #SIGNAL_SHARE}: what shared molecules add. */
    SAMPLING_SHARE("samplingShare", "share of the sampling noise on shared molecules");

    private final String verb;
    private final String name;

    Statistic(String verb, String name) {
      this.verb = verb;
      this.name = name;
    }

    /** Whether it is read between mini-batches, which {@link Capture#crossBatches} captures. */
    public boolean crossed() {
      return this == SIGNAL_AFFINITY || this == SIGNAL_SHARE || this == SAMPLING_SHARE;
    }
  }

  /**
   * Reads the captures of some epochs alone. They must be among the stored ones, those of the
   * experiment's window: {@code captureEvery(10).window(all())} stores captures of every epoch.
   *
   * @param first counted from 1
   * @param last counted from 1; read too
   */
  public CaptureMeasure epochs(int first, int last) {
    requireRange(first, last);
    return new CaptureMeasure(statistic, first, last);
  }

  /** Whether every stored capture is read. */
  public boolean everyCapture() {
    return firstEpoch == 0;
  }

  @Override
  public String name() {
    return statistic.name + (everyCapture() ? "" : ", epochs " + firstEpoch + " to " + lastEpoch);
  }

  @Override
  public boolean directed() {
    return statistic == Statistic.FIRST_ORDER_LOOKAHEAD;
  }

  @Override
  public Needs needs() {
    return Needs.CAPTURES;
  }

  /** For a conflict rate, the fraction of steps without a conflict. */
  @Override
  public double similarity(double value) {
    return statistic == Statistic.CONFLICT_RATE ? 1 - value : value;
  }

  @Override
  public <R> R fold(Cases<R> cases) {
    return cases.captures(this);
  }

  @Override
  public String toString() {
    return statistic.verb
        + "()"
        + (everyCapture() ? "" : ".epochs(" + firstEpoch + ", " + lastEpoch + ")");
  }
}
