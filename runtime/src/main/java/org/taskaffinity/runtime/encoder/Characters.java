package org.taskaffinity.runtime.encoder;

import java.util.List;

/**
 * Texts as characters, by row number: 94 printable ASCII characters, and one for all others. The
 * alphabet is that of SMILES and more, and the same for every data set.
 */
public final class Characters {
  private static final char FIRST = '!';
  private static final char LAST = '~';

  /** How many characters there are, F. */
  public static final int ALPHABET = LAST - FIRST + 2;

  private final List<String> texts;

  public Characters(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  /** Characters of a row's text, at least 1. */
  public int length(int row) {
    return texts.get(row).length();
  }

  /** The number, in [0, ALPHABET), of a character. */
  public int code(int row, int place) {
    char character = texts.get(row).charAt(place);
    return character >= FIRST && character <= LAST ? character - FIRST : ALPHABET - 1;
  }
}
