package org.taskaffinity.dsl;

/** Where tensors live. */
public enum Device {
  /** A GPU where there is one, the CPU otherwise. */
  AUTO,
  /** The CPU. */
  CPU,
  /** The GPU; a {@link RunException} where there is none. */
  GPU
}
