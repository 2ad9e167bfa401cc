package org.taskaffinity.runtime.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises text that tells rows apart, whatever its column is called: InChIKeys, InChIs, CAS
 * registry numbers with a valid check digit, codes of one form such as {@code CHEMBL25}, and text
 * that differs in every row, as names do.
 */
final class IdentifierText {
  private static final Pattern INCHIKEY =
      Pattern.compile("(?:InChIKey=)?[A-Z]{14}-[A-Z]{10}-[A-Z]");
  private static final Pattern INCHI = Pattern.compile("InChI=1S?/\\S+");
  private static final Pattern CAS = Pattern.compile("(?:CAS[ :-]*)?(\\d{2,7})-(\\d{2})-(\\d)");
  private static final Pattern CODE = Pattern.compile("(\\p{L}[\\p{L}_ :/-]*)\\d+");

  /** A number and what it counts: {@code 12 cells}. */
  private static final Pattern COUNTED = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?\\s+\\p{L}+");

  /** What share of the cells must have the form: registries of many years hold a few others. */
  private static final double MOST = 0.8;

  private static final int FEWEST = 2;
  private static final int FEWEST_NAMES = 10;

  private final List<String> cells;
  private final int different;

  private IdentifierText(List<String> cells) {
    this.cells = cells;
    this.different = new HashSet<>(cells).size();
  }

  /** Why the column tells rows apart; empty if its cells do not say so. */
  static Optional<String> of(Grid grid, int column) {
    List<String> cells = cells(grid, column);
    return cells.size() < FEWEST ? Optional.empty() : new IdentifierText(cells).why();
  }

  /** Whether most cells are InChIs. */
  static boolean inchis(Grid grid, int column) {
    List<String> cells = cells(grid, column);
    return !cells.isEmpty() && new IdentifierText(cells).most(c -> INCHI.matcher(c).matches());
  }

  private static List<String> cells(Grid grid, int column) {
    return grid.rows().stream()
        .map(row -> Blank.strip(row[column]))
        .filter(cell -> !Missing.stripped(cell))
        .toList();
  }

  private Optional<String> why() {
    if (most(cell -> INCHIKEY.matcher(cell).matches())) {
      return Optional.of("identifier, its cells are InChIKeys");
    }
    if (most(cell -> INCHI.matcher(cell).matches())) {
      return Optional.of("identifier, its cells are InChIs");
    }
    if (most(IdentifierText::cas)) {
      return Optional.of("identifier, its cells are CAS registry numbers");
    }
    if (cells.size() < FEWEST_NAMES) {
      return Optional.empty();
    }
    if (codes()) {
      return Optional.of(
          "identifier, its cells are codes of one form, such as \""
              + Blank.shown(cells.get(0))
              + "\"");
    }
    return different == cells.size() && cells.stream().allMatch(IdentifierText::name)
        ? Optional.of("identifier, its text differs in every row, as names do")
        : Optional.empty();
  }

  private boolean most(Predicate<String> form) {
    return cells.stream().filter(form).count() >= MOST * cells.size();
  }

  /** Whether it is a CAS registry number: the last digit checks the others. */
  static boolean cas(String cell) {
    Matcher parts = CAS.matcher(cell);
    if (!parts.matches()) {
      return false;
    }
    String digits = parts.group(1) + parts.group(2);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.length() - i) * (digits.charAt(i) - '0');
    }
    return sum % 10 == parts.group(3).charAt(0) - '0';
  }

  /** Letters that are the same in each cell, then digits that differ in most. */
  private boolean codes() {
    Set<String> letters = new HashSet<>();
    for (String cell : cells) {
      Matcher parts = CODE.matcher(cell);
      if (!parts.matches() || letters.add(parts.group(1)) && letters.size() > 1) {
        return false;
      }
    }
    return different >= MOST * cells.size();
  }

  /** Text that is no number of any form, with a letter in it. */
  private static boolean name(String cell) {
    return Double.isNaN(Grid.number(cell))
        && !NoNumber.form(cell)
        && !COUNTED.matcher(cell).matches()
        && cell.codePoints().anyMatch(Character::isLetter);
  }
}
