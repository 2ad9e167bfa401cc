package org.taskaffinity.runtime.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/**
 * The data sets known by name: the lines of {@code catalogue.csv} beside this class, and the one
 * made in code. A new data set is a new line; tasks are parted by {@code |}, and where there are
 * none written, every numeric column of the file is one. All are classifications.
 */
public final class Catalogue {
  /** The data set that is made in code and has no file. */
  public static final String PLANTED = "planted";

  private static final String RESOURCE = "catalogue.csv";
  private static final Pattern BAR = Pattern.compile("\\|");

  private final List<CatalogueEntry> entries;

  Catalogue(List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The catalogue that comes with this library. */
  public static Catalogue read() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE);
        CsvReader<NamedCsvRecord> lines =
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      List<CatalogueEntry> entries = new ArrayList<>();
      lines.forEach(line -> entries.add(entry(line)));
      entries.add(planted());
      return new Catalogue(entries);
    } catch (IOException e) {
      throw new UncheckedIOException("The library's own catalogue can be read", e);
    }
  }

  /** Every data set, in the catalogue's order. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /**
   * The data set of this name.
   *
   * @throws PlanException if there is none, with the names there are
   */
  public CatalogueEntry entry(String name) {
    return entries.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new PlanException(
                    Nearest.unknown("dataset", name, "the catalogue", names())
                        + "\n  for a file of your own, write dataset(\"mine\", \"mine.csv\")"));
  }

  private List<String> names() {
    return entries.stream().map(CatalogueEntry::name).toList();
  }

  private static CatalogueEntry entry(NamedCsvRecord line) {
    return new CatalogueEntry(
        line.getField("name"),
        line.getField("title"),
        line.getField("file"),
        line.getField("origin"),
        line.getField("sha256"),
        line.getField("licence"),
        Integer.parseInt(line.getField("rows")),
        line.getField("smiles"),
        tasks(line.getField("tasks")),
        line.getField("source"));
  }

  private static List<Task> tasks(String names) {
    return BAR.splitAsStream(names)
        .filter(name -> !name.isEmpty())
        .map(name -> new Task(name, TaskType.CLASSIFICATION))
        .toList();
  }

  private static CatalogueEntry planted() {
    Source.Planted design = Mtl.design();
    return new CatalogueEntry(
        PLANTED,
        "Planted affinities",
        "",
        "",
        "",
        "Apache-2.0, as this library",
        design.molecules(),
        "smiles",
        PlantedData.tasks(design),
        "made in code; see Mtl.planted()");
  }
}
