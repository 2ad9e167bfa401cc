package org.taskaffinity.runtime.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a user's file of any kind as a table of text: CSV and TSV in UTF-8, UTF-16 or UTF-32, Excel
 * workbooks (.xlsx), SD files and molfiles, and each of them as the one file of a .zip. What a file
 * is, its first bytes say, whatever it is called. All else is refused with what it is and how to
 * make a table of it.
 *
 * @param grid its cells
 * @param notes what was done to read it
 */
record OwnFile(Grid grid, List<String> notes) {

  /**
   * Raised with every change of what is read from the same bytes: which columns are tasks, which
   * cells are labels. A run of a file that was read by other rules then has another identifier.
   */
  private static final int READING = 4;

  /** The name under which the hash of a user's file stands: {@code mine, reading 4}. */
  static String hashed(String name) {
    return name + ", reading " + READING;
  }

  /**
   * @param where the file's path
   * @param sheet of a workbook the sheet, of a .zip the file in it; empty to look for it
   * @throws org.taskaffinity.dsl.PlanException if it is no table that can be read
   */
  static OwnFile read(String where, byte[] bytes, String sheet) {
    List<String> notes = new ArrayList<>();
    Grid grid = grid(where, bytes, sheet, notes);
    Grid rows = PubChemRows.without(tidy(grid), notes);
    return new OwnFile(SpareRows.without(rows, notes), notes);
  }

  private static Grid grid(String where, byte[] bytes, String sheet, List<String> notes) {
    if (FileKind.zip(bytes)) {
      return ZippedTable.workbook(bytes)
          ? Workbook.read(where, bytes, sheet, notes)
          : inner(where, ZippedTable.only(where, bytes, sheet), notes);
    }
    if (!sheet.isEmpty()) {
      throw FileKind.refused(
          where,
          "no workbook, and has no sheet \"" + sheet + "\"",
          "leave the sheet out, or name an .xlsx file");
    }
    if (FileKind.sdf(bytes)) {
      return SdFile.read(where, bytes, notes);
    }
    Optional<Charset> wide = FileKind.wide(bytes);
    if (wide.isPresent()) {
      notes.add("the file is text in " + wide.get().name() + ", and read as such");
      return grid(where, utf8(bytes, wide.get()), sheet, notes);
    }
    FileKind.requireTable(where, bytes);
    return TextTable.read(where, bytes, notes);
  }

  private static Grid inner(String where, ZippedTable.Entry entry, List<String> notes) {
    notes.add("read from \"" + entry.name() + "\" in the .zip");
    return grid(where, entry.bytes(), "", notes);
  }

  private static byte[] utf8(byte[] bytes, Charset charset) {
    return new String(bytes, charset).replaceFirst("^\ufeff", "").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Without rows that hold nothing, and without columns that have neither a name nor a cell. Of
   * several columns without a name each is called by its place.
   */
  private static Grid tidy(Grid all) {
    Grid filled = all.picked(row -> !Arrays.stream(all.rows().get(row)).allMatch(Blank::all));
    List<String[]> rows = filled.rows();
    int[] kept =
        IntStream.range(0, all.header().size())
            .filter(
                c ->
                    !all.header().get(c).isEmpty()
                        || rows.stream().anyMatch(row -> !Blank.all(row[c])))
            .toArray();
    List<String> names = IntStream.of(kept).mapToObj(all.header()::get).toList();
    boolean several = names.stream().filter(String::isEmpty).count() > 1;
    List<String> header =
        IntStream.of(kept)
            .mapToObj(
                c -> several && all.header().get(c).isEmpty() ? place(c) : all.header().get(c))
            .toList();
    boolean whole = kept.length == all.header().size();
    return GridReader.distinct(filled.with(header, whole ? rows : picked(rows, kept)));
  }

  private static String place(int column) {
    return "column " + (column + 1);
  }

  private static List<String[]> picked(List<String[]> rows, int[] columns) {
    return rows.stream()
        .map(row -> IntStream.of(columns).mapToObj(c -> row[c]).toArray(String[]::new))
        .toList();
  }
}
