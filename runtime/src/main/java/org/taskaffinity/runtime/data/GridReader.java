package org.taskaffinity.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
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
    char separator = Separator.of(where, content.bytes(), 0);
    return distinct(read(where, content.bytes(), 0, separator, '"'));
  }

  /**
   * @param from where the header starts
   * @param separator of fields
   * @param quote what encloses a field that holds the separator
   * @throws PlanException if there are no rows, or a row is ragged
   */
  static Grid read(String where, byte[] bytes, int from, char separator, char quote) {
    try (CsvReader<CsvRecord> reader = reader(bytes, from, separator, quote)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw new PlanException(
            "The file " + where + " is empty.\n  its first line names the columns, rows follow");
      }
      List<String> header = records.next().getFields().stream().map(Blank::name).toList();
      return grid(where, header, records);
    } catch (CsvParseException e) {
      throw new PlanException(
          "The file "
              + where
              + " is no table: "
              + e.getMessage()
              + ".\n  look for a stray quote; a quote within quotes is written twice",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can be read", e);
    }
  }

  private static CsvReader<CsvRecord> reader(byte[] bytes, int from, char separator, char quote)
      throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quote)
        .trimWhitespacesAroundQuotes(true)
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(
            new SequenceInputStream(
                new ByteArrayInputStream("\n".repeat(linesBefore(bytes, from)).getBytes(UTF_8)),
                new ByteArrayInputStream(bytes, from, bytes.length - from)),
            UTF_8);
  }

  /** Lines above the header: the reader passes over as many empty ones, and so counts them. */
  private static int linesBefore(byte[] bytes, int from) {
    int lines = 0;
    for (int i = 0; i < from; i++) {
      boolean paired = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      lines += bytes[i] == '\n' || bytes[i] == '\r' && !paired ? 1 : 0;
    }
    return lines;
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

  private static Grid grid(String where, List<String> header, Iterator<CsvRecord> records) {
    Grid.Pool pool = new Grid.Pool();
    List<String[]> rows = new ArrayList<>();
    RowPlaces.Builder places = new RowPlaces.Builder();
    while (records.hasNext()) {
      CsvRecord record = records.next();
      List<String> fields = record.getFields();
      if (fields.size() > header.size() && blank(fields.subList(header.size(), fields.size()))) {
        fields = fields.subList(0, header.size());
      }
      if (fields.size() != header.size() && blank(fields)) {
        continue; // a DOS end of file, or blanks alone
      }
      if (fields.size() != header.size()) {
        long line = record.getStartingLineNumber();
        throw new PlanException(ragged(where, line, fields.size(), header.size()));
      }
      rows.add(pool.pooled(fields));
      places.add(record.getStartingLineNumber());
    }
    if (rows.isEmpty()) {
      throw new PlanException(
          "The file "
              + where
              + " has a header and no rows.\n  columns: "
              + header.stream().map(Blank::shown).collect(Collectors.joining(", ")));
    }
    return new Grid(where, header, rows, places.as("line"));
  }

  private static boolean blank(List<String> fields) {
    return fields.stream().allMatch(Blank::all);
  }

  private static String ragged(String where, long line, int has, int columns) {
    return "Line "
        + line
        + " of "
        + where
        + " has "
        + has
        + (has == 1 ? " field" : " fields")
        + ", the header has "
        + columns
        + (columns == 1
            ? ".\n  put # before a line above the names of the columns, such as a title"
            : ".\n  put a field that holds the separator into quotes; leave a missing one empty");
  }
}
