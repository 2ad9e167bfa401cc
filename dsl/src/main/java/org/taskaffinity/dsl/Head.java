package org.taskaffinity.dsl;

/**
 * The private part of one task: [D] → width → 1 with norm, ReLU and dropout between; one linear
 * layer when the width is 0.
 *
 * @param width units of the hidden layer; 0 for none
 * @param norm normalisation of the hidden layer
 * @param dropout chance in [0, 1) that a hidden unit is dropped
 */
public record Head(int width, Norm norm, double dropout) implements Part {
  public Head {
    Check.atLeast(0, "head", width, "Write head(128), or linearHead() for no hidden layer");
    Check.share("dropout", dropout, "0.3 drops three units in ten");
    if (width == 0) { // no hidden layer, so nothing to normalise or drop
      norm = Norm.NONE;
      dropout = 0;
    }
  }

  public Head norm(Norm chosen) {
    return new Head(width, chosen, dropout);
  }

  public Head dropout(double chance) {
    return new Head(width, norm, chance);
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.head(this);
  }

  @Override
  public String toString() {
    return width == 0
        ? "linearHead()"
        : "head(" + width + ").norm(" + Say.constant(norm) + ").dropout(" + dropout + ")";
  }
}
