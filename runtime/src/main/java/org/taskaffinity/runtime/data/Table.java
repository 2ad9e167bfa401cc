package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.runtime.chem.Molecules;

/**
 * Rows and their labels, as an experiment uses them: K tasks, N rows.
 *
 * <p>Arrays are shared, not copied; nobody writes to them.
 *
 * @param name of the dataset
 * @param tasks K tasks, each a classification or a regression
 * @param labels [K][N]; NaN where nothing was measured
 * @param measured K sets of rows: where there is a label
 * @param smiles N; empty where the rows are feature columns
 * @param features [N][F]; F is 0 where the rows are molecules
 * @param featureNames F
 * @param splitValues N, what the split's column says; empty if none was asked for
 * @param rowNumbers N: which row of the source each is, counted from 1; {@link #place} says where
 *     that stands in the file
 * @param source the molecules of all rows of the source, those left out too; empty for feature
 *     columns. {@link #molecule} finds a row's place in it.
 * @param layout where the rows of the source stand, and what its columns are used for
 * @param hashes SHA-256 of the decompressed content, by the input's name
 * @param notes what a reader should know of: rows left out, duplicates
 */
public record Table(
    String name,
    List<Task> tasks,
    double[][] labels,
    BitSet[] measured,
    List<String> smiles,
    double[][] features,
    List<String> featureNames,
    List<String> splitValues,
    int[] rowNumbers,
    Optional<Molecules> source,
    Layout layout,
    Map<String, String> hashes,
    List<String> notes) {
  public Table {
    tasks = List.copyOf(tasks);
    smiles = List.copyOf(smiles);
    featureNames = List.copyOf(featureNames);
    splitValues = List.copyOf(splitValues);
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
    notes = List.copyOf(notes);
  }

  /** Rows, N. */
  public int size() {
    return rowNumbers.length;
  }

  /** Whether the rows are molecules. */
  public boolean molecular() {
    return source.isPresent();
  }

  /** What each column of the file is used for; empty where the table is in no file. */
  public List<ColumnRole> columns() {
    return layout.columns();
  }

  /** Where a row stands in its file: {@code line 17}. */
  String place(int row) {
    return layout.places().of(rowNumbers[row] - 1);
  }

  /** Where a row's molecule lies in {@link #source}. */
  public int molecule(int row) {
    return rowNumbers[row] - 1;
  }

  /**
   * The row's Bemis–Murcko scaffold; empty when the molecule has no ring.
   *
   * @throws java.util.NoSuchElementException if the rows are no molecules
   */
  public String scaffold(int row) {
    return source.orElseThrow().scaffold(molecule(row));
  }

  /** These rows alone, in this order. */
  Table select(int[] rows) {
    return new Table(
        name,
        tasks,
        Arrays.stream(labels).map(l -> picked(l, rows)).toArray(double[][]::new),
        Arrays.stream(measured).map(m -> picked(m, rows)).toArray(BitSet[]::new),
        picked(smiles, rows),
        features.length == 0 ? features : picked(features, rows),
        featureNames,
        picked(splitValues, rows),
        IntStream.of(rows).map(r -> rowNumbers[r]).toArray(),
        source,
        layout,
        hashes,
        notes);
  }

  /** These tasks alone, in this order. */
  Table tasks(int[] chosen) {
    return new Table(
        name,
        IntStream.of(chosen).mapToObj(tasks::get).toList(),
        picked(labels, chosen),
        IntStream.of(chosen).mapToObj(t -> measured[t]).toArray(BitSet[]::new),
        smiles,
        features,
        featureNames,
        splitValues,
        rowNumbers,
        source,
        layout,
        hashes,
        notes);
  }

  /** The same rows with other labels; what is NaN counts as not measured. */
  Table labels(double[][] other) {
    return new Table(
        name,
        tasks,
        other,
        measured(other),
        smiles,
        features,
        featureNames,
        splitValues,
        rowNumbers,
        source,
        layout,
        hashes,
        notes);
  }

  Table source(Molecules molecules) {
    return new Table(
        name,
        tasks,
        labels,
        measured,
        smiles,
        features,
        featureNames,
        splitValues,
        rowNumbers,
        Optional.of(molecules),
        layout,
        hashes,
        notes);
  }

  Table note(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Table(
        name,
        tasks,
        labels,
        measured,
        smiles,
        features,
        featureNames,
        splitValues,
        rowNumbers,
        source,
        layout,
        hashes,
        more);
  }

  /** Where the labels are numbers. */
  static BitSet[] measured(double[][] labels) {
    return Arrays.stream(labels).map(Table::measured).toArray(BitSet[]::new);
  }

  private static BitSet measured(double[] labels) {
    BitSet rows = new BitSet(labels.length);
    IntStream.range(0, labels.length).filter(r -> !Double.isNaN(labels[r])).forEach(rows::set);
    return rows;
  }

  private static double[] picked(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(r -> values[r]).toArray();
  }

  private static double[][] picked(double[][] values, int[] rows) {
    return IntStream.of(rows).mapToObj(r -> values[r]).toArray(double[][]::new);
  }

  private static BitSet picked(BitSet set, int[] rows) {
    BitSet out = new BitSet(rows.length);
    IntStream.range(0, rows.length).filter(i -> set.get(rows[i])).forEach(out::set);
    return out;
  }

  private static List<String> picked(List<String> values, int[] rows) {
    return values.isEmpty() ? values : IntStream.of(rows).mapToObj(values::get).toList();
  }
}
