package org.taskaffinity.runtime.data;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Task;

/**
 * Recognises a table with one measurement per row: the molecules are repeated, and another column
 * names the assay. Read as it stands, all assays would be mixed into one task.
 */
final class LongTable {
  /** Share of rows that repeat a molecule. */
  private static final double REPEATED = 0.25;

  /** Share of rows that differ in molecule and assay taken together. */
  private static final double TOLD_APART = 0.9;

  private static final int FEWEST_ROWS = 6;
  private static final int MOST_NUMBERS = 2;

  private final Grid grid;
  private final List<String> smiles;

  private LongTable(Grid grid, List<String> smiles) {
    this.grid = grid;
    this.smiles = smiles;
  }

  /**
   * Refuses such a table where no tasks were named.
   *
   * @param smiles the molecule of each row
   * @param taken columns with another use
   * @param found tasks that were found
   * @throws PlanException with what to write instead
   */
  static void refuse(Grid grid, List<String> smiles, Set<Integer> taken, List<Task> found) {
    if (found.size() > MOST_NUMBERS || smiles.size() < FEWEST_ROWS) {
      return;
    }
    new LongTable(grid, smiles)
        .assays(taken)
        .ifPresent(
            assays -> {
              String value = found.get(0).name();
              String names = grid.header().get(assays);
              String molecules = grid.header().get(molecules(grid, smiles));
              throw new PlanException(
                  grid.where()
                      + " has one measurement per row: molecules are repeated, and column \""
                      + names
                      + "\" tells their measurements apart.\n"
                      + "  write one row per molecule and one column per assay; in Python:\n"
                      + "  df.pivot_table(index=\""
                      + molecules
                      + "\", columns=\""
                      + names
                      + "\", values=\""
                      + value
                      + "\").to_csv(\"wide.csv\")\n"
                      + "  if it is one task all the same, name it: "
                      + Remedy.tasks(value));
            });
  }

  /** The column that names the assay; of several, the one with the fewest names. */
  private Optional<Integer> assays(Set<Integer> taken) {
    int rows = smiles.size();
    int different = new HashSet<>(smiles).size();
    if (rows - different < REPEATED * rows) {
      return Optional.empty();
    }
    return IntStream.range(0, grid.header().size())
        .filter(c -> !taken.contains(c))
        .filter(c -> names(c) >= 2 && names(c) <= rows / 2)
        .filter(c -> text(c) && pairs(c) >= TOLD_APART * rows)
        .boxed()
        .min(Comparator.comparingLong(this::names));
  }

  private long names(int column) {
    return grid.rows().stream().map(row -> Blank.strip(row[column])).distinct().count();
  }

  /** Whether most cells hold text and no number. */
  private boolean text(int column) {
    long text =
        grid.rows().stream()
            .map(row -> Blank.strip(row[column]))
            .filter(cell -> !Missing.stripped(cell) && Double.isNaN(Grid.number(cell)))
            .count();
    return 2 * text > grid.rows().size();
  }

  private long pairs(int column) {
    Set<List<String>> different = new HashSet<>();
    IntStream.range(0, smiles.size())
        .forEach(r -> different.add(List.of(smiles.get(r), Blank.strip(grid.cell(r, column)))));
    return different.size();
  }

  private static int molecules(Grid grid, List<String> smiles) {
    return IntStream.range(0, grid.header().size())
        .filter(c -> Blank.strip(grid.cell(0, c)).equals(smiles.get(0)))
        .findFirst()
        .orElse(0);
  }
}
