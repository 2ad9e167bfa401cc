package org.taskaffinity.runtime.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/**
 * The data sets known by name: the lines of {@code catalogue.csv} beside this class, and the one
 * made in code. A new data set is a new line, and a line that starts with {@code #} says what was
 * chosen and why.
 *
 * <p>Lists are parted by {@code |}. A task is a column of the file; {@code name=column} calls it
 * otherwise. Where there are none written, every numeric column is one. The types are one for all
 * tasks, or one each. The form is empty for a table; the others are those of {@link Recipe.Form}.
 */
public final class Catalogue {
  /** The data set that is made in code and has no file. */
  public static final String PLANTED = "planted";

  private static final String RESOURCE = "catalogue.csv";
  private static final Pattern BAR = Pattern.compile("\\|");

  private final List<CatalogueEntry> entries = new ArrayList<>();
  private final Map<String, Recipe> recipes = new HashMap<>();

  private Catalogue() {}

  Catalogue(List<CatalogueEntry> entries) {
    this.entries.addAll(entries);
  }

  /** The catalogue that comes with this library. */
  public static Catalogue read() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      Catalogue catalogue = read(in);
      catalogue.entries.add(planted());
      return catalogue;
    } catch (IOException e) {
      throw new UncheckedIOException("The library's own catalogue can be read", e);
    }
  }

  /** The data sets of these lines. */
  static Catalogue read(InputStream in) throws IOException {
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      Catalogue catalogue = new Catalogue();
      lines.forEach(catalogue::add);
      return catalogue;
    }
  }

  /** Every data set, in the catalogue's order. */
  public List<CatalogueEntry> entries() {
    return List.copyOf(entries);
  }

  /** How a data set is made of its files. */
  Recipe recipe(String name) {
    return recipes.getOrDefault(name, Recipe.PLAIN);
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
                        + "\n  for a file of your own, write "
                        + Remedy.file("mine", "mine.csv")));
  }

  private List<String> names() {
    return entries.stream().map(CatalogueEntry::name).toList();
  }

  private void add(NamedCsvRecord line) {
    Recipe.Form form = form(line.getField("form"));
    List<String> tasks = list(line.getField("tasks"));
    List<TaskType> types =
        list(line.getField("types")).stream()
            .map(type -> TaskType.valueOf(type.toUpperCase(Locale.ROOT)))
            .toList();
    Map<String, String> names = new HashMap<>();
    List<Task> made = new ArrayList<>();
    for (int t = 0; t < tasks.size(); t++) {
      String[] said = tasks.get(t).split("=", 2);
      names.put(said[said.length - 1], said[0]);
      made.add(new Task(said[0], types.get(Math.min(t, types.size() - 1))));
    }
    recipes.put(line.getField("name"), new Recipe(form, names, types.get(0)));
    entries.add(
        new CatalogueEntry(
            line.getField("name"),
            line.getField("title"),
            form instanceof Recipe.Form.Joined joined ? files(joined) : files(line),
            line.getField("licence"),
            Integer.parseInt(line.getField("rows")),
            line.getField("smiles"),
            made,
            line.getField("source")));
  }

  private static List<String> list(String field) {
    return BAR.splitAsStream(field).filter(each -> !each.isEmpty()).toList();
  }

  private static Recipe.Form form(String field) {
    String[] said = field.split(": *", 2);
    List<String> given = list(said[said.length - 1]);
    return switch (said[0]) {
      case "" -> new Recipe.Form.Table(List.of());
      case "without" -> new Recipe.Form.Table(given);
      case "labelled" -> new Recipe.Form.Labelled();
      case "stacked" -> new Recipe.Form.Stacked(given.get(0));
      case "matrix" -> new Recipe.Form.Matrix(given.contains("pK"));
      case "joined" -> new Recipe.Form.Joined(given.get(0), given.subList(1, given.size()));
      default -> throw new IllegalArgumentException("No form is called \"" + said[0] + "\".");
    };
  }

  private static List<CatalogueEntry.File> files(NamedCsvRecord line) {
    List<String> paths = list(line.getField("file"));
    List<String> origins = list(line.getField("origin"));
    List<String> hashes = list(line.getField("sha256"));
    return IntStream.range(0, paths.size())
        .mapToObj(i -> new CatalogueEntry.File(paths.get(i), origins.get(i), hashes.get(i)))
        .toList();
  }

  /** Those of the data sets it joins, which stand above it. */
  private List<CatalogueEntry.File> files(Recipe.Form.Joined joined) {
    return Stream.concat(Stream.of(joined.base()), joined.others().stream())
        .flatMap(name -> entry(name).files().stream())
        .toList();
  }

  private static CatalogueEntry planted() {
    Source.Planted design = Mtl.design();
    return new CatalogueEntry(
        PLANTED,
        "Planted affinities",
        List.of(),
        "Apache-2.0, as this library",
        design.molecules(),
        "smiles",
        PlantedData.tasks(design),
        "made in code; see Mtl.planted()");
  }
}
