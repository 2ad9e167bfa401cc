package org.taskaffinity.dsl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The values between which a heat map's colours change. Values beyond it have the colour of its
 * end. The colour bar shows exactly this range.
 *
 * @param low lower end, below {@code high}
 * @param high upper end
 */
public record ColourRange(double low, double high) {
  /**
   * Least upper end of a diverging range that is not set: an affinity or a correlation below 0.1 is
   * never drawn in a deep colour.
   */
  public static final double LEAST_DIVERGING = 0.1;

  /** Standard errors that the range of an affinity map reaches to at least. */
  private static final double ERRORS = 3;

  public ColourRange {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new DescriptionException(
          "scale(" + low + ", " + high + ") is no range. Write the lower end first: scale(-1, 1).");
    }
  }

  /**
   * A range that is symmetric around 0 and holds every defined entry off the diagonal, at least
   * from −{@value #LEAST_DIVERGING} to {@value #LEAST_DIVERGING}. Figures that are to be compared
   * by eye share one: {@code heatMap("G", g).scale(ColourRange.around(g, other))}.
   *
   * @param matrices at least one
   */
  public static ColourRange around(TaskMatrix... matrices) {
    double most = Math.max(LEAST_DIVERGING, largest(matrices));
    return new ColourRange(-most, most);
  }

  /**
   * The range of an affinity map: that of {@link #around}, but at least three of its standard
   * errors (their median) to both sides, so that an affinity of about its own error is pale.
   *
   * @param errors standard errors; NaN where unknown
   */
  public static ColourRange ofAffinity(TaskMatrix affinity, TaskMatrix errors) {
    double[] known = Arrays.stream(errors.pairs()).filter(Double::isFinite).sorted().toArray();
    double median =
        known.length == 0 ? 0 : (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
    double most = Math.max(around(affinity).high(), roundedUp(ERRORS * median));
    return new ColourRange(-most, most);
  }

  /**
   * The range from 0 to the largest defined entry off the diagonal; from 0 to 1 where no entry is
   * above 0.
   *
   * @param matrices at least one
   */
  public static ColourRange upTo(TaskMatrix... matrices) {
    double most = largest(matrices);
    return new ColourRange(0, most > 0 ? most : 1);
  }

  /** Largest size of an entry off the diagonal, rounded up to what a colour bar can show. */
  private static double largest(TaskMatrix... matrices) {
    double largest = 0;
    for (TaskMatrix matrix : matrices) {
      for (int i = 0; i < matrix.size(); i++) {
        for (int j = 0; j < matrix.size(); j++) {
          double size = Math.abs(matrix.at(i, j));
          largest = i != j && Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
      }
    }
    return roundedUp(largest);
  }

  /** To two significant digits, so that the label of the end is the end; whole numbers stay. */
  private static double roundedUp(double value) {
    if (value == 0 || value == Math.rint(value)) {
      return value;
    }
    int decimals = 1 - (int) Math.floor(Math.log10(value));
    return BigDecimal.valueOf(value)
        .setScale(Math.max(1, decimals), RoundingMode.CEILING)
        .doubleValue();
  }

  @Override
  public String toString() {
    return "scale(" + Say.number(low) + ", " + Say.number(high) + ")";
  }
}
