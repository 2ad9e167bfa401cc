package org.taskaffinity.runtime.bench;

/**
 * Median times of one shape, in milliseconds.
 *
 * @param tasks K
 * @param rows B
 * @param atoms N
 * @param threads threads an operation may use
 * @param rounds how many measurements each median is of
 * @param step one training step
 * @param stepProducts its matrix products alone
 * @param capture a forward pass and all task gradients' inner products
 * @param captureProducts the matrix products of K backward passes through the encoder
 */
record StepTimes(
    int tasks,
    int rows,
    int atoms,
    int threads,
    int rounds,
    double step,
    double stepProducts,
    double capture,
    double captureProducts) {

  /** A step's time over that of its products. */
  double stepRatio() {
    return step / stepProducts;
  }

  /** A capture's time over that of its products. */
  double captureRatio() {
    return capture / captureProducts;
  }

  /** One line for people. */
  @Override
  public String toString() {
    return ("K = %d, %d atoms, %d threads: step %.1f ms (products %.1f, ratio %.2f),"
            + " capture %.1f ms (products %.1f, ratio %.2f)")
        .formatted(
            tasks,
            atoms,
            threads,
            step,
            stepProducts,
            stepRatio(),
            capture,
            captureProducts,
            captureRatio());
  }
}
