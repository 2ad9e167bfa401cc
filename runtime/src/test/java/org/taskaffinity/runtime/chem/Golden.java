package org.taskaffinity.runtime.chem;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Tables the tests compare with; the first line of each golden one says how it was made. */
final class Golden {
  private Golden() {}

  static List<NamedCsvRecord> rows(String resource) {
    try (InputStream in = Golden.class.getResourceAsStream(resource)) {
      return rows(in);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The SMILES of a published table under the folder that AFFINITY_DATA names. */
  static List<String> published(String path) {
    Path table = Path.of(System.getenv("AFFINITY_DATA")).resolve(path);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(table))) {
      return rows(in).stream().map(row -> row.getField("smiles")).toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static List<NamedCsvRecord> rows(InputStream in) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    }
  }
}
