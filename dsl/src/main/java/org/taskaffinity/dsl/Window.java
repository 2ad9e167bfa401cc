package org.taskaffinity.dsl;

/** Which captured steps are averaged into the affinity. */
public sealed interface Window {

  /**
   * The first step, counted from 0, that the window reads.
   *
   * @param steps steps trained in all
   * @param stepsPerEpoch steps an epoch
   */
  long firstStep(long steps, long stepsPerEpoch);

  /** Every captured step. */
  record All() implements Window {
    @Override
    public long firstStep(long steps, long stepsPerEpoch) {
      return 0;
    }

    @Override
    public String toString() {
      return "all()";
    }
  }

  /**
   * The last fraction of the steps really trained, and at least the last step.
   *
   * @param fraction in (0, 1]
   */
  record Last(double fraction) implements Window {
    public Last {
      Check.fraction("last", fraction, "0.2 reads the last fifth");
    }

    @Override
    public long firstStep(long steps, long stepsPerEpoch) {
      return steps - Math.max(1, Math.round(fraction * steps));
    }

    @Override
    public String toString() {
      return "last(" + fraction + ")";
    }
  }

  /**
   * Everything from an epoch on.
   *
   * @param epoch first epoch read, counted from 1
   */
  record FromEpoch(int epoch) implements Window {
    public FromEpoch {
      Check.atLeast(1, "fromEpoch", epoch, "Epochs are counted from 1");
    }

    @Override
    public long firstStep(long steps, long stepsPerEpoch) {
      return (epoch - 1) * stepsPerEpoch;
    }

    @Override
    public String toString() {
      return "fromEpoch(" + epoch + ")";
    }
  }
}
