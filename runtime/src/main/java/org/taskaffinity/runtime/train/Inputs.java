package org.taskaffinity.runtime.train;

/** What the encoder reads, by row number. */
public sealed interface Inputs {

  /** Features of an atom or a row. */
  int featureCount();

  /** Molecules as graphs. */
  record Graphs(GraphSource source) implements Inputs {
    @Override
    public int featureCount() {
      return source.featureCount();
    }
  }

  /** Compounds as vectors. */
  record Rows(RowSource source) implements Inputs {
    @Override
    public int featureCount() {
      return source.featureCount();
    }
  }

  /** Compounds as SMILES, character by character. */
  record Texts(Characters source) implements Inputs {
    @Override
    public int featureCount() {
      return Characters.ALPHABET;
    }
  }
}
