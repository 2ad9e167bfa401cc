package org.taskaffinity.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;

/**
 * Reads one sheet of an Excel workbook (.xlsx): the one that was named; else the only one with a
 * table; else the only one of those with a column of SMILES by name; else the first. Where several
 * have such a column, the sheet must be named.
 */
final class Workbook {
  /**
   * A sheet that holds a table.
   *
   * @param name as its tab says
   * @param grid header and rows
   * @param notes on its header
   */
  private record Table(String name, Grid grid, List<String> notes) {
    boolean smiles() {
      return grid.header().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains("smiles"));
    }
  }

  private Workbook() {}

  /**
   * @param sheet its name, or empty to look for it
   * @param notes is told which sheet was read, if there are others
   * @throws PlanException if no sheet holds a table, or several could be meant
   */
  static Grid read(String where, byte[] bytes, String sheet, List<String> notes) {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
      List<Sheet> sheets = book.getSheets().toList();
      if (!sheet.isEmpty()) {
        sheets = List.of(named(where, sheets, sheet));
      }
      List<Table> tables = new ArrayList<>();
      for (Sheet each : sheets) {
        if (!sheet.isEmpty() || each.getVisibility() == SheetVisibility.VISIBLE) {
          table(where, each, tables);
        }
      }
      Table chosen = chosen(where, tables, sheet);
      if (sheet.isEmpty() && tables.size() > 1) {
        notes.add(read(chosen, tables));
      }
      notes.addAll(chosen.notes());
      return chosen.grid();
    } catch (IOException | ExcelReaderException e) {
      throw new PlanException(
          "The file "
              + where
              + " is an Excel workbook that cannot be read: "
              + e.getMessage()
              + ".\n  open it, and save it again as .xlsx, or as CSV (UTF-8)",
          e);
    }
  }

  private static void table(String where, Sheet sheet, List<Table> tables) throws IOException {
    SheetTable.of(where, SheetCells.of(sheet))
        .ifPresent(t -> tables.add(new Table(sheet.getName(), t.grid(), t.notes())));
  }

  private static Sheet named(String where, List<Sheet> sheets, String name) {
    return sheets.stream()
        .filter(s -> s.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new PlanException(
                    Nearest.unknown(
                        "sheet", name, where, sheets.stream().map(Sheet::getName).toList())));
  }

  private static Table chosen(String where, List<Table> tables, String asked) {
    if (tables.isEmpty()) {
      throw FileKind.refused(
          where,
          asked.isEmpty()
              ? "an Excel workbook without a table"
              : "an Excel workbook whose sheet \"" + asked + "\" holds no table",
          "a sheet needs a row that names the columns, and rows below it");
    }
    List<Table> molecules = tables.stream().filter(Table::smiles).toList();
    if (molecules.size() > 1) {
      List<String> names = molecules.stream().map(Table::name).toList();
      throw FileKind.refused(
          where,
          "an Excel workbook with several sheets of molecules: " + ByReason.listed(names),
          "write which: " + Remedy.sheet(names.get(0)));
    }
    return molecules.isEmpty() ? tables.get(0) : molecules.get(0);
  }

  private static String read(Table chosen, List<Table> tables) {
    List<String> others =
        IntStream.range(0, tables.size())
            .filter(i -> tables.get(i) != chosen)
            .mapToObj(i -> tables.get(i).name())
            .toList();
    return "read from sheet \""
        + chosen.name()
        + "\"; not read: "
        + ByReason.listed(others)
        + " ("
        + Remedy.sheet(others.get(0))
        + " takes that)";
  }
}
