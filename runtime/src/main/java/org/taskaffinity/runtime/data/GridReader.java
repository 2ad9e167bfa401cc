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
import org.taskaffinity.dsl.PlanException;

/**
 * Reads CSV and TSV (RFC 4180: quotes, CRLF), in UTF-8 with or without a byte order mark.
 *
 * <p>Fields are parted by tabs if the file is called {@code .tsv} or {@code .tab}; otherwise by
 * what its first line has most of: commas, tabs or semicolons.
 */
final class GridReader {
  private GridReader() {}

  /**
   * @param where the file's path
   * @throws PlanException if there are no rows, a row is ragged or two columns have one name
   */
  static Grid read(String where, Content content) {
    try (CsvReader<CsvRecord> reader = reader(where, content)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw new PlanException(
            "The file " + where + " is empty.\n  its first line names the columns, rows follow");
      }
      List<String> header = header(where, records.next().getFields());
      return new Grid(where, header, rows(where, header, records));
    } catch (CsvParseException e) {
      throw new PlanException(
          "The file " + where + " is no table: " + e.getMessage() + ".\n  look for a stray quote",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can be read", e);
    }
  }

  private static CsvReader<CsvRecord> reader(String where, Content content) {
    content.requireText(where);
    return CsvReader.builder()
        .fieldSeparator(separator(where, content.bytes()))
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(new ByteArrayInputStream(content.bytes()), StandardCharsets.UTF_8);
  }

  private static List<String> header(String where, List<String> fields) {
    List<String> header = fields.stream().map(String::strip).toList();
    Grid.repeated(header)
        .forEach(
            (name, count) -> {
              throw new PlanException(
                  "The file "
                      + where
                      + " has "
                      + count
                      + " columns called \""
                      + name
                      + "\".\n  give each column a name of its own");
            });
    return header;
  }

  private static List<String[]> rows(
      String where, List<String> header, Iterator<CsvRecord> records) {
    Grid.Pool pool = new Grid.Pool();
    List<String[]> rows = new ArrayList<>();
    while (records.hasNext()) {
      List<String> fields = records.next().getFields();
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
              + String.join(", ", header));
    }
    return rows;
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

  static char separator(String where, byte[] bytes) {
    if (where.matches("(?i).*\\.(tsv|tab)(\\.gz)?")) {
      return '\t';
    }
    int commas = 0;
    int tabs = 0;
    int semicolons = 0;
    boolean quoted = false;
    for (int i = 0; i < bytes.length && (quoted || bytes[i] != '\n' && bytes[i] != '\r'); i++) {
      quoted ^= bytes[i] == '"';
      commas += !quoted && bytes[i] == ',' ? 1 : 0;
      tabs += !quoted && bytes[i] == '\t' ? 1 : 0;
      semicolons += !quoted && bytes[i] == ';' ? 1 : 0;
    }
    if (tabs > commas && tabs >= semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }
}
