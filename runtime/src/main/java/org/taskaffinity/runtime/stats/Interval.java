package org.taskaffinity.runtime.stats;

/**
 * A confidence interval.
 *
 * @param low lower end; NaN where there is too little to tell
 * @param high upper end
 * @param level how often such intervals hold the truth, as 0.95
 * @param method what was resampled and how the ends were found, in words
 * @param replicates how many times something was resampled or left out, undefined results not
 *     counted
 * @param n how many independent things (compounds, seeds, tasks) the interval generalises from
 */
public record Interval(
    double low, double high, double level, String method, int replicates, int n) {

  /** Whether the value lies within, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
