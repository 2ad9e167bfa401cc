package org.taskaffinity.runtime.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.PlanException;

/**
 * Reads CSV and TSV (RFC 4180: quotes, CRLF; a blank before or after a quoted field is ignored), in
 * UTF-8 with or without a byte order mark.
 */
final class GridReader {
  private GridReader() {}

  /**
   * @param where the file's path
   * @throws PlanException if there are no rows, a row is ragged or two columns have one name
   */
  static Grid read(String where, Content content) {
    content.requireText(where);
    return distinct(read(where, content.bytes(), 0, Separator.of(where, content.bytes(), 0)));
  }

  /**
   * @param from where the header starts
   * @param separator of fields
   * @throws PlanException if there are no rows, or a row is ragged
   */
  static Grid read(String where, byte[] bytes, int from, char separator) {
    try (CsvReader<CsvRecord> reader = reader(bytes, from, separator)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw new PlanException(
            "The file " + where + " is empty.\n  its first line names the columns, rows follow");
      }
      List<String> header = records.next().getFields().stream().map(Blank::name).toList();
      return new Grid(where, header, rows(where, header, records));
    } catch (CsvParseException e) {
      throw new PlanException(
          "The file " + where + " is no table: " + e.getMessage() + ".\n  look for a stray quote",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can be read", e);
    }
  }

  private static CsvReader<CsvRecord> reader(byte[] bytes, int from, char separator)
      throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .trimWhitespacesAroundQuotes(true)
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(
            new ByteArrayInputStream(bytes, from, bytes.length - from), StandardCharsets.UTF_8);
  }

  /**
   * The grid.
   *
   * @throws PlanException if two of its columns have one name
   */
  static Grid distinct(Grid grid) {
    Grid.repeated(grid.header())
        .forEach(
            (name, count) -> {
              throw new PlanException(
                  "The file "
                      + grid.where()
                      + " has "
                      + count
                      + " columns called \""
                      + name
                      + "\".\n  give each column a name of its own");
            });
    return grid;
  }

  private static List<String[]> rows(
      String where, List<String> header, Iterator<CsvRecord> records) {
    Grid.Pool pool = new Grid.Pool();
    List<String[]> rows = new ArrayList<>();
    while (records.hasNext()) {
      List<String> fields = records.next().getFields();
      if (fields.size() > header.size() && blank(fields.subList(header.size(), fields.size()))) {
        fields = fields.subList(0, header.size());
      }
      if (fields.size() != header.size()) {
        throw new PlanException(ragged(where, rows.size() + 1, fields.size(), header.size()));
      }
      rows.add(pool.pooled(fields));
    }
    if (rows.isEmpty()) {
      throw new PlanException(
          "The file "
              + where
              + " has a header and no rows.\n  columns: "
              + header.stream().map(Blank::shown).collect(Collectors.joining(", ")));
    }
    return rows;
  }

  private static boolean blank(List<String> fields) {
    return fields.stream().allMatch(Blank::all);
  }

  private static String ragged(String where, int row, int has, int columns) {
    return "Row "
        + row
        + " of "
        + where
        + " has "
        + has
        + (has == 1 ? " field" : " fields")
        + ", the header has "
        + columns
        + ".\n  put a field that holds the separator into quotes; leave a missing one empty";
  }
}
