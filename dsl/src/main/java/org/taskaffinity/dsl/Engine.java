package org.taskaffinity.dsl;

/** Who trains. All engines compute the same; they differ in the last bits and in speed. */
public enum Engine {
  /** {@link #JAVA} on the CPU where the JVM has vectors and the encoder is known, else DJL. */
  AUTO,
  /** PyTorch by DJL: every encoder, on any device. */
  DJL,
  /** Java's vector instructions on the CPU; a {@link RunException} where they are missing. */
  JAVA
}
