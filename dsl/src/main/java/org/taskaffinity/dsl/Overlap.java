package org.taskaffinity.dsl;

/**
 * How labels are withheld from training so that tasks share fewer compounds.
 *
 * <p>Only labels of training rows are withheld; validation and test keep theirs, so that a
 * manipulation never changes what a model is judged on. Overlap is the Jaccard index of two tasks'
 * labelled training compounds, |M_i ∩ M_j| / |M_i ∪ M_j|, in [0, 1]. Each manipulation is solved
 * against the labels the data really has, and refused with the feasible range where it cannot be
 * had.
 */
public sealed interface Overlap extends Part {

  @Override
  default Experiment in(Experiment experiment) {
    return experiment.overlap(this);
  }

  /** One answer per kind of manipulation. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per kind of manipulation.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R natural(Natural overlap);

    R completeCases(CompleteCases overlap);

    R keepLabels(KeepLabels overlap);

    R targetJaccard(TargetJaccard overlap);

    R sharedAndDisjoint(SharedAndDisjoint overlap);

    R fixed(Fixed overlap);

    R scaffoldDisjoint(ScaffoldDisjoint overlap);
  }

  /** The labels as they are. */
  record Natural() implements Overlap {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.natural(this);
    }

    @Override
    public String toString() {
      return "natural()";
    }
  }

  /** Only rows with a label for every task: an overlap of 1 between all pairs. */
  record CompleteCases() implements Overlap {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.completeCases(this);
    }

    @Override
    public String toString() {
      return "completeCases()";
    }
  }

  /**
   * Keeps a fraction of each task's labels, drawn independently for every task: round(p · n) of its
   * n. Draws are nested: what is kept at one p is kept at every larger one.
   *
   * <p>This is label retention and not the overlap: on full labels the expected Jaccard index is p
   * / (2 − p), so p = 0.5 gives 1/3.
   *
   * @param fraction p in (0, 1]
   */
  record KeepLabels(double fraction) implements Overlap {
    public KeepLabels {
      Check.fraction("keepLabels", fraction, "0.25 keeps a quarter");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.keepLabels(this);
    }

    @Override
    public String toString() {
      return "keepLabels(" + fraction + ")";
    }
  }

  /**
   * Aims at a mean Jaccard index over all pairs of tasks, by independent withholding with one keep
   * probability p for all labels.
   *
   * <pre>
   *   E J_ij(p) ≈ p n_ij / (n_i + n_j − p n_ij)
   * </pre>
   *
   * <p>with n_i labels of task i and n_ij shared by i and j. On full labels J = p / (2 − p), hence
   * p = 2J / (1 + J); with gaps the plan solves p from the mask, and refuses an index above the
   * natural one.
   *
   * @param jaccard the mean index aimed at, in (0, 1]
   */
  record TargetJaccard(double jaccard) implements Overlap {
    public TargetJaccard {
      Check.fraction("targetJaccard", jaccard, "0.5 aims at a Jaccard index of one half");
    }

    /** The keep probability on full labels, p = 2J / (1 + J). */
    public double keepProbability() {
      return 2 * jaccard / (1 + jaccard);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.targetJaccard(this);
    }

    @Override
    public String toString() {
      return "targetJaccard(" + jaccard + ")";
    }
  }

  /**
   * Every task keeps the same number of labels m: a fraction α of them on one block of molecules
   * shared by all tasks, the rest on molecules that no other task keeps. m is the largest the data
   * allows. Any two tasks then overlap by J = α / (2 − α).
   *
   * @param alpha α in [0, 1]: 0 shares nothing, 1 everything
   */
  record SharedAndDisjoint(double alpha) implements Overlap {
    public SharedAndDisjoint {
      if (!(alpha >= 0 && alpha <= 1)) {
        throw new DescriptionException(
            "sharedAndDisjoint("
                + alpha
                + ") is outside [0, 1]. Write a fraction: 0.3 shares three labels in ten.");
      }
    }

    /** The Jaccard index of any two tasks, α / (2 − α). */
    public double jaccard() {
      return alpha / (2 - alpha);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.sharedAndDisjoint(this);
    }

    @Override
    public String toString() {
      return "sharedAndDisjoint(" + alpha + ")";
    }
  }

  /**
   * Holds sample size and overlap apart: of the shared count n, the labels a task m and the Jaccard
   * index J = n / (2m − n), any two fix the third. The molecules are laid out as in {@link
   * SharedAndDisjoint}: one block of n shared by all tasks, m − n of its own for each.
   *
   * @param first a shared count, a number of labels or an index
   * @param second another of the three
   */
  record Fixed(Quantity first, Quantity second) implements Overlap {
    public Fixed {
      if (first.getClass() == second.getClass()) {
        throw new DescriptionException(
            "fixed("
                + first
                + ", "
                + second
                + ") fixes one quantity twice. Write two of sharedCount(n), labels(m), jaccard(j).");
      }
      if (Math.round(solveShared(first, second)) < 1) {
        throw new DescriptionException(
            "fixed("
                + first
                + ", "
                + second
                + ") shares no molecule. Write more labels, or sharedAndDisjoint(0) to share none.");
      }
      if (solveShared(first, second) > solveLabels(first, second)) {
        throw new DescriptionException(
            "fixed("
                + first
                + ", "
                + second
                + ") shares more labels than a task keeps. Write labels at or above the shared count.");
      }
    }

    /**
     * n: molecules that every task keeps; ⌊·⌉ of 2mJ / (1 + J) where it follows from the others.
     */
    public int sharedCount() {
      return (int) Math.round(solveShared(first, second));
    }

    /** m: labels each task keeps; ⌊·⌉ of n (1 + J) / (2J) where it follows from the others. */
    public int labels() {
      return (int) Math.round(solveLabels(first, second));
    }

    /** J = n / (2m − n) of the whole numbers n and m. */
    public double jaccard() {
      return (double) sharedCount() / (2 * labels() - sharedCount());
    }

    private static double solveShared(Quantity a, Quantity b) {
      SharedCount shared = among(SharedCount.class, a, b);
      if (shared != null) {
        return shared.count();
      }
      double j = among(Jaccard.class, a, b).index();
      return 2 * among(Labels.class, a, b).count() * j / (1 + j);
    }

    private static double solveLabels(Quantity a, Quantity b) {
      Labels labels = among(Labels.class, a, b);
      if (labels != null) {
        return labels.count();
      }
      double j = among(Jaccard.class, a, b).index();
      return among(SharedCount.class, a, b).count() * (1 + j) / (2 * j);
    }

    private static <Q extends Quantity> Q among(Class<Q> kind, Quantity a, Quantity b) {
      return kind.isInstance(a) ? kind.cast(a) : kind.isInstance(b) ? kind.cast(b) : null;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.fixed(this);
    }

    @Override
    public String toString() {
      return "fixed(" + first + ", " + second + ")";
    }
  }

  /**
   * As {@link SharedAndDisjoint} with Jaccard index j, and no scaffold in two tasks' own molecules:
   * each task's own part is made of whole Bemis–Murcko scaffolds.
   *
   * @param jaccard the index of any two tasks, in [0, 1)
   */
  record ScaffoldDisjoint(double jaccard) implements Overlap {
    public ScaffoldDisjoint {
      Check.share("scaffoldDisjoint", jaccard, "0.2 aims at a Jaccard index of one fifth");
    }

    /** The fraction of a task's labels that is shared, α = 2J / (1 + J). */
    public double alpha() {
      return 2 * jaccard / (1 + jaccard);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.scaffoldDisjoint(this);
    }

    @Override
    public String toString() {
      return "scaffoldDisjoint(" + jaccard + ")";
    }
  }

  /** One of the three quantities of {@link Fixed}. */
  sealed interface Quantity {}

  /**
   * @param count molecules that every task keeps, at least 1
   */
  record SharedCount(int count) implements Quantity {
    public SharedCount {
      Check.atLeast(1, "sharedCount", count, "Write how many molecules all tasks share");
    }

    @Override
    public String toString() {
      return "sharedCount(" + count + ")";
    }
  }

  /**
   * @param count labels each task keeps, at least 1
   */
  record Labels(int count) implements Quantity {
    public Labels {
      Check.atLeast(1, "labels", count, "Write how many labels each task keeps");
    }

    @Override
    public String toString() {
      return "labels(" + count + ")";
    }
  }

  /**
   * @param index Jaccard index of any two tasks, in (0, 1]
   */
  record Jaccard(double index) implements Quantity {
    public Jaccard {
      Check.fraction("jaccard", index, "0.5 is an overlap of one half");
    }

    @Override
    public String toString() {
      return "jaccard(" + index + ")";
    }
  }
}
