package org.taskaffinity.reproductions;

import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What a rule comes to. With the interval I over the rule's unit and the region A: supported where
 * I lies in A, contradicted where they have no point in common, otherwise inconclusive. Without an
 * interval over that unit the outcome is inconclusive, never supported; values that are the same
 * under every seed have none.
 *
 * @param rule the rule
 * @param number its number; empty where there is none
 * @param span the interval over the rule's unit; empty where there is none
 * @param outcome what the rule comes to
 * @param how for a contradiction: weaker, stronger or opposite; otherwise empty
 * @param p two-sided p-value of the hypothesis that the truth lies in the region, from the
 *     interval's t distribution; 1 where the interval and the region meet in the estimate, NaN
 *     without an interval
 */
record Judgement(
    Rule rule,
    Optional<Finding> number,
    Optional<Span> span,
    Outcome outcome,
    String how,
    double p) {

  /** What a rule comes to. */
  enum Outcome {
    SUPPORTED("supported"),
    CONTRADICTED("contradicted"),
    INCONCLUSIVE("inconclusive"),
    /** The data at hand cannot decide it, whatever they say. */
    UNTESTABLE("untestable here"),
    /** There is no such number yet. */
    MISSING("not run");

    private final String said;

    Outcome(String said) {
      this.said = said;
    }

    String said() {
      return said;
    }
  }

  /**
   * Judges.
   *
   * @param found the number that the rule names, if it was made
   * @param permutation the p-value that the rule names, if any
   */
  static Judgement of(Rule rule, Optional<Finding> found, Optional<Finding> permutation) {
    Optional<Finding> number = found.filter(Finding::defined);
    if (number.isEmpty()) {
      return new Judgement(rule, number, Optional.empty(), Outcome.MISSING, "", Double.NaN);
    }
    if (rule.over() == Over.PERMUTATIONS) {
      return permutation(rule, number.get());
    }
    Optional<Span> span =
        number.get().over(rule.over()).filter(s -> s.over() == Over.EXACT || s.low() < s.high());
    double alpha = rule.alpha();
    if (permutation.isPresent() && !Double.isNaN(alpha) && !attainable(permutation.get(), alpha)) {
      return new Judgement(rule, number, span, Outcome.UNTESTABLE, "", Double.NaN);
    }
    if (span.isEmpty()) {
      return new Judgement(rule, number, span, Outcome.INCONCLUSIVE, "", Double.NaN);
    }
    boolean notSmall =
        permutation.isPresent() && !Double.isNaN(alpha) && permutation.get().value() > alpha;
    return judged(rule, number.get(), span.get(), notSmall);
  }

  private static Judgement judged(Rule rule, Finding number, Span span, boolean notSmall) {
    boolean inside = rule.low() <= span.low() && span.high() <= rule.high();
    boolean apart = span.high() < rule.low() || rule.high() < span.low();
    Outcome outcome =
        apart
            ? Outcome.CONTRADICTED
            : inside && !notSmall ? Outcome.SUPPORTED : Outcome.INCONCLUSIVE;
    return new Judgement(
        rule,
        Optional.of(number),
        Optional.of(span),
        outcome,
        apart ? direction(rule, span) : "",
        p(rule, number, span));
  }

  /**
   * A p-value decides alone. With an upper bound, a relation is claimed: a small p supports it, and
   * a large one says nothing. With a lower bound, the absence of a relation is claimed: a smaller p
   * contradicts it, and a larger one says nothing.
   */
  private static Judgement permutation(Rule rule, Finding p) {
    boolean absence = Double.isInfinite(rule.high());
    double bound = absence ? rule.low() : rule.high();
    boolean small = absence ? p.value() < bound : p.value() <= bound;
    Outcome outcome =
        !attainable(p, bound)
            ? Outcome.UNTESTABLE
            : !small ? Outcome.INCONCLUSIVE : absence ? Outcome.CONTRADICTED : Outcome.SUPPORTED;
    String how = outcome == Outcome.CONTRADICTED ? "stronger" : "";
    // Compared with .05 where contradictions are corrected for their number.
    double scaled = absence ? Math.min(1, p.value() * 0.05 / bound) : Double.NaN;
    return new Judgement(rule, Optional.of(p), Optional.empty(), outcome, how, scaled);
  }

  /**
   * Whether m permutations can give a p-value of at most alpha: 1 / (m + 1), or 1 / K! where all K!
   * orders were tried, which the smallest of both covers.
   */
  static boolean attainable(Finding p, double alpha) {
    return 1.0 / (p.n() + 1) <= alpha;
  }

  /**
   * Opposite where the sign is not the claimed one; else stronger or weaker by the size of the
   * number, turned round where a larger number is less of what is claimed.
   */
  private static String direction(Rule rule, Span span) {
    boolean below = span.high() < rule.low();
    double bound = below ? rule.low() : rule.high();
    double near = below ? span.high() : span.low();
    boolean bounded = !Double.isInfinite(rule.low()) && !Double.isInfinite(rule.high());
    double claimed = bounded ? (rule.low() + rule.high()) / 2 : bound;
    if (!rule.point() && (bounded ? claimed * near < 0 : bound == 0 || claimed * near < 0)) {
      return "opposite";
    }
    boolean larger = Math.abs(near) > Math.abs(bound);
    return larger != rule.less() ? "stronger" : "weaker";
  }

  /** From the distance of the estimate to the region, in standard errors of the interval. */
  private static double p(Rule rule, Finding number, Span span) {
    if (span.over() == Over.EXACT) {
      return span.high() < rule.low() || rule.high() < span.low() ? 0 : 1;
    }
    Scale scale = span.over() == Over.DRAWS ? Scale.PLAIN : number.scale();
    double low = scale.to(span.low());
    double high = scale.to(span.high());
    double middle = scale.cut() ? number.value() : (low + high) / 2;
    double value = scale.back(middle, number.n());
    if (rule.low() <= value && value <= rule.high()) {
      return 1;
    }
    double bound = scale.to(value < rule.low() ? rule.low() : rule.high());
    double error = Math.max(high - middle, middle - low) / t(span);
    double distance = Math.abs(middle - bound) / error;
    return error == 0 ? 0 : 2 * (1 - cumulative(span, distance));
  }

  private static double t(Span span) {
    return span.over() == Over.DRAWS
        ? new NormalDistribution().inverseCumulativeProbability(0.975)
        : Seeds.t(span.units() - 1);
  }

  private static double cumulative(Span span, double distance) {
    return span.over() == Over.DRAWS
        ? new NormalDistribution().cumulativeProbability(distance)
        : new TDistribution(span.units() - 1).cumulativeProbability(distance);
  }
}
