package org.taskaffinity.reproductions;

import java.util.stream.LongStream;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;

/** How much is spent on a reproduction. */
enum Budget {
  /** Everything once, on small samples: shows that it works, and no number of it says anything. */
  SMOKE,
  /** What the report is made of: fits in one night on two cores. */
  STANDARD,
  /** The paper's own epochs, and more seeds. */
  FULL;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The one of three that this budget takes. */
  <T> T of(T smoke, T standard, T full) {
    return switch (this) {
      case SMOKE -> smoke;
      case STANDARD -> standard;
      case FULL -> full;
    };
  }

  /** Seeds 1, 2, … as many as this budget takes. */
  long[] seeds(int smoke, int standard, int full) {
    return LongStream.rangeClosed(1, of(smoke, standard, full)).toArray();
  }

  /** The same; a smoke test is so short that it looks at every step. */
  Experiment looking(Experiment experiment) {
    Capture capture = experiment.capture();
    return this == SMOKE
        ? experiment.capture(
            new Capture(
                new Capture.Every(1), capture.window(), capture.absent(), capture.batches()))
        : experiment;
  }

  /** A data set of the size this budget takes; only a smoke test draws a sample. */
  Dataset of(Dataset data, int smoke) {
    return this == SMOKE ? data.sample(smoke) : data;
  }
}
