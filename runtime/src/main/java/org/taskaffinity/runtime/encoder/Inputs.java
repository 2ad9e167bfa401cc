package org.taskaffinity.runtime.encoder;

/** What the encoder reads, by row number. */
public sealed interface Inputs {

  /** Features of an atom, a character or a row, F. */
  int featureCount();

  /** What one row of data is. */
  InputForm form();

  /** The graphs; refused where rows are something else. */
  default GraphSource graphs() {
    throw other(InputForm.GRAPH);
  }

  /** The vectors; refused where rows are something else. */
  default RowSource rows() {
    throw other(InputForm.ROWS);
  }

  /** The texts; refused where rows are something else. */
  default Characters texts() {
    throw other(InputForm.TEXT);
  }

  private IllegalArgumentException other(InputForm asked) {
    return new IllegalArgumentException(
        "The encoder reads " + asked + "; the data has " + form() + ".");
  }

  /** Molecules as graphs. */
  record Graphs(GraphSource source) implements Inputs {
    @Override
    public int featureCount() {
      return source.featureCount();
    }

    @Override
    public InputForm form() {
      return InputForm.GRAPH;
    }

    @Override
    public GraphSource graphs() {
      return source;
    }
  }

  /** Compounds as vectors. */
  record Rows(RowSource source) implements Inputs {
    @Override
    public int featureCount() {
      return source.featureCount();
    }

    @Override
    public InputForm form() {
      return InputForm.ROWS;
    }

    @Override
    public RowSource rows() {
      return source;
    }
  }

  /** Compounds as SMILES, character by character. */
  record Texts(Characters source) implements Inputs {
    @Override
    public int featureCount() {
      return Characters.ALPHABET;
    }

    @Override
    public InputForm form() {
      return InputForm.TEXT;
    }

    @Override
    public Characters texts() {
      return source;
    }
  }
}
