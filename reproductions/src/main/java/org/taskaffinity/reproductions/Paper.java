package org.taskaffinity.reproductions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers of arXiv 2604.07848, restated with the place where they stand. */
final class Paper {

  /**
   * One printed number.
   *
   * @param artefact the table or figure, as {@link Artefact#id} calls it
   * @param key which number of it
   * @param value the number; NaN where words stand
   * @param printed as it is printed, as {@code <1e-9}
   * @param source where it stands
   */
  record Number(String artefact, String key, double value, String printed, String source) {}

  private static final List<Number> ALL =
      read("paper.csv").stream()
          .map(
              line ->
                  new Number(
                      line.getField("artefact"),
                      line.getField("key"),
                      number(line.getField("value")),
                      line.getField("printed"),
                      line.getField("source")))
          .toList();

  private Paper() {}

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** The numbers of one table or figure by their keys, in the paper's order. */
  static Map<String, Number> of(String artefact) {
    return ALL.stream()
        .filter(n -> n.artefact().equals(artefact))
        .collect(
            Collectors.toMap(
                Number::key,
                n -> n,
                (one, other) -> {
                  throw new IllegalStateException(
                      artefact + ": \"" + one.key() + "\" stands twice");
                },
                java.util.LinkedHashMap::new));
  }

  /** The rows of a file beside this class. */
  static List<NamedCsvRecord> read(String file) {
    try (InputStream in = Paper.class.getResourceAsStream(file);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
