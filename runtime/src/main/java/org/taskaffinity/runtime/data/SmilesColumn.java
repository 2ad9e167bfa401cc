package org.taskaffinity.runtime.data;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.runtime.chem.Molecules;

/**
 * Finds the column that holds the molecules: by a name that public files use, else by any name that
 * contains SMILES in any case, else by what the cells hold.
 */
final class SmilesColumn {
  /** Names of columns of SMILES and of nothing else, the likeliest first. */
  private static final List<String> CERTAIN =
      List.of("smiles", "canonicalsmiles", "isomericsmiles", "compoundsmiles", "smi");

  /** Names of columns that may hold SMILES, or names of compounds, or something else. */
  private static final List<String> POSSIBLE =
      List.of("drug", "mol", "structure", "molecule", "compound", "ligand");

  private static final int SAMPLE = 60;
  private static final double MOST = 0.8;
  private static final int LETTERS = 3;

  private final Grid grid;
  private final List<String> names;

  private SmilesColumn(Grid grid) {
    this.grid = grid;
    this.names = grid.header().stream().map(SmilesColumn::key).toList();
  }

  private static String key(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whether a column of this name may hold the molecules whatever its cells look like. */
  static boolean byName(String header) {
    String key = key(header);
    return named(key) || POSSIBLE.contains(key);
  }

  private static boolean named(String key) {
    return key.contains("smiles") || key.equals("smi");
  }

  /**
   * @param notes is told which column was taken, unless it is called smiles and is the only one
   * @throws PlanException if there is none, or several and none of them stands out
   */
  static int find(Grid grid, List<String> notes) {
    return new SmilesColumn(grid).find(notes);
  }

  private int find(List<String> notes) {
    List<Integer> named = named();
    if (!named.isEmpty()) {
      return chosen(named, notes);
    }
    for (String name : POSSIBLE) {
      int column = names.indexOf(name);
      if (column >= 0 && parse(column, 0)) {
        return column;
      }
    }
    List<Integer> found = columns().filter(c -> parse(c, MOST)).boxed().toList();
    if (found.size() > 1) {
      throw several(found);
    }
    if (found.size() == 1) {
      return byContent(found.get(0), notes);
    }
    return IntStream.range(0, POSSIBLE.size())
        .map(i -> names.indexOf(POSSIBLE.get(i)))
        .filter(c -> c >= 0)
        .findFirst()
        .orElseThrow(this::none);
  }

  private IntStream columns() {
    return IntStream.range(0, names.size());
  }

  /** Columns whose names contain SMILES, the likeliest first. */
  private List<Integer> named() {
    return columns()
        .filter(c -> named(names.get(c)))
        .boxed()
        .sorted(Comparator.comparingInt(this::rank))
        .toList();
  }

  private int rank(int column) {
    int at = CERTAIN.indexOf(names.get(column));
    return at < 0 ? CERTAIN.size() : at;
  }

  private int chosen(List<Integer> named, List<String> notes) {
    int first = named.get(0);
    if (named.size() > 1 && rank(first) == rank(named.get(1))) {
      throw several(named);
    }
    if (named.size() > 1) {
      List<String> others = headers(named.subList(1, named.size()));
      notes.add(
          "molecules are read from column \""
              + grid.header().get(first)
              + "\"; "
              + ByReason.listed(others)
              + " could hold them, too ("
              + Remedy.smiles(others.get(0))
              + " takes that)");
    } else if (!names.get(first).equals("smiles")) {
      notes.add("molecules are read from column \"" + grid.header().get(first) + "\"");
    }
    return first;
  }

  private int byContent(int column, List<String> notes) {
    if (molecule(grid.header().get(column))) {
      throw new PlanException(
          "The first line of "
              + grid.where()
              + " looks like a row, not like names of columns: it starts with "
              + grid.header().stream().limit(3).map(Blank::shown).collect(Collectors.joining(", "))
              + ".\n  write a line above it that names the columns, for example: smiles,"
              + columns()
                  .limit(Math.max(1, Math.min(3, names.size() - 1L)))
                  .mapToObj(c -> "task" + (c + 1))
                  .collect(Collectors.joining(",")));
    }
    notes.add(
        "molecules are read from column \""
            + grid.header().get(column)
            + "\", whose cells are SMILES");
    return column;
  }

  /**
   * Whether some of a column's cells are SMILES (share 0), or most, and molecules rather than
   * words.
   */
  private boolean parse(int column, double share) {
    List<String> cells =
        grid.rows().stream()
            .map(r -> Blank.smiles(r[column]))
            .filter(c -> !Missing.stripped(c) && Double.isNaN(Grid.number(c)))
            .distinct()
            .limit(SAMPLE)
            .toList();
    double letters = cells.stream().mapToInt(String::length).average().orElse(0);
    if (cells.isEmpty() || share > 0 && (cells.size() < 2 || letters < LETTERS)) {
      return false;
    }
    Molecules molecules = Molecules.read(cells, null, 1);
    long read = IntStream.range(0, cells.size()).filter(molecules::parsed).count();
    return read > 0 && read >= share * cells.size();
  }

  private static boolean molecule(String text) {
    return text.length() >= LETTERS
        && Double.isNaN(Grid.number(text))
        && Molecules.read(List.of(text), null, 1).parsed(0);
  }

  private List<String> headers(List<Integer> columns) {
    return columns.stream().map(grid.header()::get).toList();
  }

  private PlanException several(List<Integer> columns) {
    return new PlanException(
        "Several columns of "
            + grid.where()
            + " hold molecules: "
            + ByReason.listed(headers(columns))
            + ".\n  write which: "
            + Remedy.smiles(grid.header().get(columns.get(0))));
  }

  private String inchis() {
    return columns()
        .filter(c -> IdentifierText.inchis(grid, c))
        .mapToObj(
            c ->
                "\n  column \""
                    + Blank.shown(grid.header().get(c))
                    + "\" holds InChIs, which cannot be read: write SMILES in their place")
        .findFirst()
        .orElse("");
  }

  private PlanException none() {
    return new PlanException(
        "No column of "
            + grid.where()
            + " is called smiles, drug, mol, structure or the like, and in none are most cells"
            + " SMILES.\n  columns: "
            + grid.header().stream().map(Blank::shown).collect(Collectors.joining(", "))
            + inchis()
            + "\n  write "
            + Remedy.smiles()
            + " to name the molecules, or "
            + Remedy.features()
            + " to learn from numbers");
  }
}
