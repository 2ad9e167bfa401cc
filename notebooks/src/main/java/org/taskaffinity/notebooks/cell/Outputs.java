package org.taskaffinity.notebooks.cell;

import org.taskaffinity.notebooks.show.MimeBundle;

/** Where a cell's outputs go, in the order in which they come. Called by one thread at a time. */
public interface Outputs {

  /** What a cell prints to. */
  enum Stream {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String word;

    Stream(String word) {
      this.word = word;
    }

    /** As the notebook format and Jupyter's messages write it. */
    public String word() {
      return word;
    }
  }

  /** Something was printed. */
  void print(Stream stream, String text);

  /**
   * Something is shown.
   *
   * @param id what {@link #update} will call it; empty if it stays as it is
   */
  void display(MimeBundle bundle, String id);

  /** What is shown under this id looks different now. */
  void update(MimeBundle bundle, String id);

  /** The value of the cell. */
  void result(MimeBundle bundle);

  /** The cell failed; nothing follows. */
  void error(CellFailure failure);
}
