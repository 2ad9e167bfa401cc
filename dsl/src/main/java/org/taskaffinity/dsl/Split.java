package org.taskaffinity.dsl;

/**
 * How rows are parted into training, validation and test. The seed of the experiment chooses the
 * parting, unless {@link Fractions#seed(long)} fixes one for all of a sweep.
 */
public sealed interface Split extends Part {

  @Override
  default Experiment in(Experiment experiment) {
    return experiment.split(this);
  }

  /** One answer per kind of split. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per kind of split.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R random(Random split);

    R scaffold(Scaffold split);

    R column(Column split);

    R whole(Whole split);
  }

  /**
   * Fractions of the rows; they are positive (test and validation may be 0) and add up to 1.
   *
   * @param training for training
   * @param validation for early stopping and curves
   * @param test for what is reported
   * @param seed fixed seed of the parting, or null for the experiment's
   */
  record Fractions(double training, double validation, double test, Long seed) {
    public Fractions {
      boolean fine = training > 0 && validation >= 0 && test >= 0;
      if (!fine || Math.abs(training + validation + test - 1) > 1e-9) {
        throw new DescriptionException(
            "Split ("
                + training
                + ", "
                + validation
                + ", "
                + test
                + ") does not part the rows. Write three fractions that add up to 1: (0.8, 0.1, 0.1).");
      }
    }

    @Override
    public String toString() {
      String parts = "(" + training + ", " + validation + ", " + test + ")";
      return seed == null ? parts : parts + ".seed(" + Say.number(seed) + ")";
    }

    Fractions seed(long fixed) {
      return new Fractions(training, validation, test, fixed);
    }
  }

  /** Rows drawn at random. */
  record Random(Fractions fractions) implements Split {
    /** The same parting whatever the experiment's seed. */
    public Random seed(long fixed) {
      return new Random(fractions.seed(fixed));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.random(this);
    }

    @Override
    public String toString() {
      return "randomSplit" + fractions;
    }
  }

  /**
   * Whole Bemis–Murcko scaffolds (Bemis and Murcko 1996): larger groups first, groups of equal size
   * in an order drawn from the seed, filling training, then validation, then test. No scaffold lies
   * on two sides.
   */
  record Scaffold(Fractions fractions) implements Split {
    /** The same parting whatever the experiment's seed. */
    public Scaffold seed(long fixed) {
      return new Scaffold(fractions.seed(fixed));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.scaffold(this);
    }

    @Override
    public String toString() {
      return "scaffoldSplit" + fractions;
    }
  }

  /**
   * As a column of the file says: {@code train}, {@code valid} or {@code validation}, {@code test}.
   *
   * @param name the column
   */
  record Column(String name) implements Split {
    public Column {
      Check.name("the split's column", name);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.column(this);
    }

    @Override
    public String toString() {
      return "columnSplit(" + Say.quoted(name) + ")";
    }
  }

  /** Every row trains; nothing is held out. */
  record Whole() implements Split {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.whole(this);
    }

    @Override
    public String toString() {
      return "noSplit()";
    }
  }
}
