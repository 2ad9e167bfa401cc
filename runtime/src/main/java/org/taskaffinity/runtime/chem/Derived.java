package org.taskaffinity.runtime.chem;

/**
 * What is worked out from a molecule that could be read, and may fail nevertheless: a scaffold of
 * very many rings, for instance, has no SMILES.
 */
public enum Derived {
  CANONICAL("canonical SMILES"),
  SCAFFOLD("scaffold"),
  FINGERPRINT("fingerprint");

  private final String words;

  Derived(String words) {
    this.words = words;
  }

  /** In words. */
  @Override
  public String toString() {
    return words;
  }
}
