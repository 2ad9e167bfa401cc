package org.taskaffinity.runtime.encoder;

/** What one row of data is to an encoder. */
public enum InputForm {
  /** A molecule's graph; its atoms are pooled by their mean. */
  GRAPH("atoms", " -> mean over atoms"),
  /** A vector, such as a fingerprint; nothing is pooled. */
  ROWS("B", ""),
  /** A molecule's SMILES, character by character; characters are pooled by their maximum. */
  TEXT("characters", " -> maximum over characters");

  private final String unit;
  private final String pooling;

  InputForm(String unit, String pooling) {
    this.unit = unit;
    this.pooling = pooling;
  }

  /** What the rows of the input matrix are, as a plan names them. */
  public String unit() {
    return unit;
  }

  /** The pooling as a plan shows it, behind the widths; empty for none. */
  public String pooling() {
    return pooling;
  }
}
