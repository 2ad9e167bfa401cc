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
import java.util.ArrayList;
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
import org.taskaffinity.scripts.file.WholeFile;

/**
 * Results on disk: for each budget, artefact and lane a folder with {@code numbers.csv}, {@code
 * words.csv} where there are any, {@code seeds.csv} with the value of each seed, from which every
 * interval over seeds can be computed again, {@code remarks.txt}, {@code runs.json}, matrices as
 * CSV and pictures as SVG. {@code runs.json} is written last, and makes the others valid.
 */
final class ResultsFolder {
  private static final String NUMBERS = "numbers.csv";
  private static final String WORDS = "words.csv";
  private static final String REMARKS = "remarks.txt";
  private static final String RUNS = "runs.json";
  private static final String SEEDS = "seeds.csv";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  ResultsFolder(Path folder) {
    this.folder = folder;
  }

  /** Areas of trainings of which nothing else is kept, in one file for the whole budget. */
  Scores scores(Budget budget) {
    return new Scores(folder.resolve(budget.word()).resolve("scores.csv"));
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
    if (!found.bySeed().isEmpty()) {
      WholeFile.write(at.resolve(SEEDS), seeds(found.bySeed()));
    }
    if (!found.words().isEmpty()) {
      WholeFile.write(at.resolve(WORDS), csv(found.words()));
    }
    WholeFile.write(at.resolve(REMARKS), lines(found.remarks()));
    found.matrices().forEach((name, matrix) -> by.save(matrix, at.resolve(table(name))));
    for (var each : found.figures().entrySet()) {
      Path file = at.resolve(each.getKey() + ".svg");
      WholeFile.write(file, Renderer.found().svg(each.getValue()));
    }
    WholeFile.write(at.resolve(RUNS), json(runs));
    return at;
  }

  private static String table(String name) {
    String file = name + ".csv";
    if (List.of(NUMBERS, WORDS, SEEDS).contains(file)) {
      throw new IllegalArgumentException("No matrix can be called \"" + name + "\".");
    }
    return file;
  }

  private static String lines(List<String> remarks) {
    return remarks.isEmpty() ? "" : String.join("\n", remarks) + "\n";
  }

  /** One line for each interval of a number; a number without one has a single line. */
  private static String csv(List<Finding> numbers) {
    return csv(
        List.of("key", "value", "low", "high", "over", "n", "scale"),
        numbers.stream().flatMap(ResultsFolder::lines).toList());
  }

  private static Stream<List<String>> lines(Finding number) {
    List<Span> spans =
        number.spans().isEmpty()
            ? List.of(new Span(Over.EXACT, 0, Double.NaN, Double.NaN))
            : number.spans();
    return spans.stream()
        .map(
            span ->
                List.of(
                    number.key(),
                    plain(number.value()),
                    plain(span.low()),
                    plain(span.high()),
                    span.defined() ? span.of() : "",
                    Integer.toString(number.n()),
                    number.scale().word()));
  }

  private static String seeds(Map<String, double[]> bySeed) {
    List<List<String>> lines = new ArrayList<>();
    bySeed.forEach(
        (key, values) -> {
          for (int s = 0; s < values.length; s++) {
            lines.add(List.of(key, Integer.toString(s + 1), plain(values[s])));
          }
        });
    return csv(List.of("key", "seed", "value"), lines);
  }

  private static String csv(Map<String, String> words) {
    return csv(
        List.of("key", "words"),
        words.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
  }

  private static String csv(List<String> head, List<List<String>> lines) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(head);
      lines.forEach(csv::writeRecord);
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

  private static Map<String, List<Double>> seeds(Path file) throws IOException {
    Map<String, List<Double>> seeds = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
        rows.forEach(
            line ->
                seeds
                    .computeIfAbsent(line.getField("key"), key -> new ArrayList<>())
                    .add(number(line.getField("value"))));
      }
    }
    return seeds;
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
      List<Finding> numbers = findings(rows.stream().toList());
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
              seeds(at.resolve(SEEDS)),
              Files.readAllLines(at.resolve(REMARKS)),
              pictures,
              runs.size(),
              numerics,
              seconds));
    } catch (IOException e) {
      throw new RunException("Cannot read " + at + ": " + e.getMessage() + ".", e);
    }
  }

  /** The lines of one number, which follow one another, are its intervals. */
  private static List<Finding> findings(List<NamedCsvRecord> lines) {
    Map<String, Finding> numbers = new LinkedHashMap<>();
    for (NamedCsvRecord line : lines) {
      Finding bare =
          new Finding(
              line.getField("key"),
              number(line.getField("value")),
              List.of(),
              Integer.parseInt(line.getField("n")),
              Scale.named(line.findField("scale").orElse("")));
      Finding known = numbers.getOrDefault(bare.key(), bare);
      numbers.put(
          bare.key(),
          Over.read(
                  line.getField("over"),
                  number(line.getField("low")),
                  number(line.getField("high")))
              .map(known::and)
              .orElse(known));
    }
    return List.copyOf(numbers.values());
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
