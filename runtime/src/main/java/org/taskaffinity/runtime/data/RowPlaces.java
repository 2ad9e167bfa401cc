package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where the rows of a table stand in their file, so that a message names what a reader finds there:
 * the line of a text file as an editor numbers it, the row of a sheet, the record of an SD file.
 *
 * @param word {@code line}, {@code row} or {@code record}
 * @param numbers of each row, counted from 1; the first line of a row that spans several
 */
record RowPlaces(String word, int[] numbers) {
  /** Rows of a table that is in no file, or was put together from several: 1, 2, 3, … */
  static RowPlaces counted(int rows) {
    return counted("row", rows);
  }

  static RowPlaces counted(String word, int rows) {
    return new RowPlaces(word, IntStream.rangeClosed(1, rows).toArray());
  }

  /** {@code line 17}. */
  String of(int row) {
    return word + " " + numbers[row];
  }

  /** {@code Line 17}, to start a sentence. */
  String starting(int row) {
    return Character.toUpperCase(word.charAt(0)) + of(row).substring(1);
  }

  /** Those of some of the rows, in their order. */
  RowPlaces picked(IntPredicate rows) {
    return new RowPlaces(
        word, IntStream.range(0, numbers.length).filter(rows).map(r -> numbers[r]).toArray());
  }

  /** Gathers the numbers of rows while a file is read. */
  static final class Builder {
    private final List<Integer> numbers = new ArrayList<>();

    void add(long number) {
      numbers.add((int) number);
    }

    RowPlaces as(String word) {
      return new RowPlaces(word, numbers.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowPlaces places
        && word.equals(places.word)
        && Arrays.equals(numbers, places.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
