package org.taskaffinity.dsl;

/**
 * A part of an experiment that can be exchanged for another of its kind, and so an axis of a sweep.
 */
public sealed interface Part
    permits Dataset,
        Split,
        Overlap,
        Control,
        Encoder,
        Head,
        Training,
        Capture,
        LabelCorrelation,
        Seed {

  /** The experiment with this part in place of its own. */
  Experiment in(Experiment experiment);
}
