package org.taskaffinity.runtime.train;

/** Whether a step also reads the task gradients, and how much of them. */
public enum CaptureMode {
  /** No. */
  NONE,
  /** Inner products alone, [K, K]. */
  GRAM,
  /** Inner products and the gradients themselves, [K, P]. */
  GRADIENTS
}
