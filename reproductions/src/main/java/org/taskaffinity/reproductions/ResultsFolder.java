package org.taskaffinity.reproductions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Renderer;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.WholeFile;

/**
 * Results on disk: for each budget, artefact and lane a folder with {@code numbers.csv}, {@code
 * words.csv} where there are any, {@code remarks.txt}, {@code runs.json}, matrices as CSV and
 * pictures as SVG. {@code runs.json} is written last, and makes the others valid.
 */
final class ResultsFolder {
  private static final String NUMBERS = "numbers.csv";
  private static final String WORDS = "words.csv";
  private static final String REMARKS = "remarks.txt";
  private static final String RUNS = "runs.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  ResultsFolder(Path folder) {
    this.folder = folder;
  }

  private Path at(Budget budget, String artefact, Lane lane) {
    return folder.resolve(budget.word()).resolve(artefact).resolve(lane.word());
  }

  /** Writes what was found, and which runs it was read off. */
  Path write(
      Budget budget, String artefact, Lane lane, Findings found, List<RunRecord> runs, Runner by) {
    Path at = at(budget, artefact, lane);
    delete(at);
    WholeFile.write(at.resolve(NUMBERS), csv(found.numbers()));
    if (!found.words().isEmpty()) {
      WholeFile.write(at.resolve(WORDS), csv(found.words()));
    }
    WholeFile.write(at.resolve(REMARKS), lines(found.remarks()));
    found.matrices().forEach((name, matrix) -> by.save(matrix, at.resolve(name + ".csv")));
    for (var each : found.figures().entrySet()) {
      Path file = at.resolve(each.getKey() + ".svg");
      WholeFile.write(file, Renderer.found().svg(each.getValue()));
    }
    WholeFile.write(at.resolve(RUNS), json(runs));
    return at;
  }

  private static String lines(List<String> remarks) {
    return remarks.isEmpty() ? "" : String.join("\n", remarks) + "\n";
  }

  private static String csv(List<Finding> numbers) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("key", "value", "low", "high", "over", "n");
      for (Finding each : numbers) {
        csv.writeRecord(
            each.key(),
            plain(each.value()),
            plain(each.low()),
            plain(each.high()),
            each.over(),
            Integer.toString(each.n()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String csv(Map<String, String> words) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("key", "words");
      words.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Map<String, String> words(Path file) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
        rows.forEach(line -> words.put(line.getField("key"), line.getField("words")));
      }
    }
    return words;
  }

  private static String plain(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static String json(List<RunRecord> runs) {
    ArrayNode all = JSON.createArrayNode();
    for (RunRecord run : runs) {
      ObjectNode node = all.addObject();
      node.put("id", run.id()).put("description", run.description());
      node.set("data", JSON.valueToTree(run.data()));
      node.set("versions", JSON.valueToTree(run.versions()));
      node.put("device", run.device()).put("threads", run.threads());
      node.put("started", run.started()).put("seconds", run.seconds());
      node.put("epochs", run.epochs()).put("steps", run.steps()).put("captures", run.captures());
    }
    return all.toPrettyString() + "\n";
  }

  /** What lies there, if it is whole. */
  Optional<Stored> read(Budget budget, String artefact, Lane lane) {
    Path at = at(budget, artefact, lane);
    if (!Files.exists(at.resolve(RUNS))) {
      return Optional.empty();
    }
    try (CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().ofNamedCsvRecord(at.resolve(NUMBERS));
        Stream<Path> files = Files.list(at)) {
      List<Finding> numbers = rows.stream().map(ResultsFolder::finding).toList();
      List<Path> pictures = files.filter(f -> f.toString().endsWith(".svg")).sorted().toList();
      JsonNode runs = JSON.readTree(at.resolve(RUNS).toFile());
      Set<String> numerics = new TreeSet<>();
      double seconds = 0;
      for (JsonNode run : runs) {
        numerics.add(run.path("versions").path("numerics").asText());
        seconds += run.path("seconds").asDouble();
      }
      return Optional.of(
          new Stored(
              at,
              numbers,
              words(at.resolve(WORDS)),
              Files.readAllLines(at.resolve(REMARKS)),
              pictures,
              runs.size(),
              numerics,
              seconds));
    } catch (IOException e) {
      throw new RunException("Cannot read " + at + ": " + e.getMessage() + ".", e);
    }
  }

  private static Finding finding(NamedCsvRecord line) {
    return new Finding(
        line.getField("key"),
        number(line.getField("value")),
        number(line.getField("low")),
        number(line.getField("high")),
        line.getField("over"),
        Integer.parseInt(line.getField("n")));
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** Takes away what an earlier reading left, so that no file of it stays beside the new ones. */
  private static void delete(Path at) {
    if (!Files.isDirectory(at)) {
      return;
    }
    try (Stream<Path> files = Files.list(at)) {
      Files.deleteIfExists(at.resolve(RUNS));
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new RunException("Cannot write " + at + ": " + e.getMessage() + ".", e);
    }
  }
}
