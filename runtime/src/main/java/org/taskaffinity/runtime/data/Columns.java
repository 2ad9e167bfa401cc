package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;

/** Finds out what each column of a file is for. */
final class Columns {
  /** Names under which public files hold molecules, the likeliest first. */
  private static final List<String> SMILES =
      List.of(
          "smiles",
          "canonical_smiles",
          "canonicalsmiles",
          "isomeric_smiles",
          "drug",
          "mol",
          "structure",
          "molecule",
          "compound_smiles",
          "smi");

  private static final String IDENTIFIER =
      "(?i:|id|index|idx|row|no|nr|cid|unnamed: \\d+|.*[ _-]id)|[A-Za-z]*[a-z]ID";

  private final Grid grid;
  private final Numbers numbers;

  Columns(Grid grid, Numbers numbers) {
    this.grid = grid;
    this.numbers = numbers;
  }

  /**
   * @throws PlanException if there is no such column
   */
  int named(String what, String name) {
    int column = grid.column(name);
    if (column < 0) {
      throw new PlanException(Nearest.unknown(what, name, grid.where(), grid.header()));
    }
    return column;
  }

  /**
   * The column that holds the molecules.
   *
   * @param asked its name, or empty to look for it
   * @throws PlanException if there is none
   */
  int smiles(String asked) {
    if (!asked.isEmpty()) {
      return named("column", asked);
    }
    List<String> folded = grid.header().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    return SMILES.stream()
        .mapToInt(folded::indexOf)
        .filter(c -> c >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                new PlanException(
                    "No column of "
                        + grid.where()
                        + " is called smiles, drug, mol, structure or the like.\n  columns: "
                        + String.join(", ", grid.header())
                        + "\n  write .smiles(\"…\") to name the molecules, or .features(\"…\") to"
                        + " learn from numbers"));
  }

  /**
   * The columns that can be learnt: numeric and nothing else.
   *
   * @param taken columns with another use
   * @param notes is told of the others that were passed over
   */
  List<Integer> labels(Set<Integer> taken, List<String> notes) {
    List<Integer> labels = new ArrayList<>();
    for (int c = 0; c < grid.header().size(); c++) {
      if (!taken.contains(c)) {
        Optional<String> reason = unfit(c);
        String name = grid.header().get(c);
        reason.ifPresentOrElse(
            why -> notes.add("column \"" + name + "\" is no task: " + why), addTo(labels, c));
      }
    }
    return labels;
  }

  private static Runnable addTo(List<Integer> columns, int column) {
    return () -> columns.add(column);
  }

  private Optional<String> unfit(int column) {
    if (grid.header().get(column).matches(IDENTIFIER)) {
      return Optional.of("it names rows");
    }
    int row = numbers.text()[column];
    if (row >= 0) {
      return Optional.of("row " + (row + 1) + " holds \"" + grid.cell(row, column) + "\"");
    }
    return numbers.empty(column) ? Optional.of("it is empty") : Optional.empty();
  }
}
