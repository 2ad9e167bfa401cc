package org.taskaffinity.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.chem.Molecules;

/** Makes one table of the files of a catalogued data set, as its {@link Recipe} says. */
final class Gatherer {
  private final DataFiles files;

  Gatherer(DataFiles files) {
    this.files = files;
  }

  /**
   * The data set's cells, checked and put together.
   *
   * @throws RunException if a file cannot be had, or is not what the catalogue says
   */
  Gathered gather(CatalogueEntry entry) {
    return gather(entry, files.open(entry));
  }

  /** The same from files that are read already, whatever they hold. */
  Gathered gather(CatalogueEntry entry, List<DataFiles.Found> found) {
    Recipe recipe = files.catalogue().recipe(entry.name());
    List<String> notes = new ArrayList<>();
    Grid whole = renamed(put(recipe.form(), entry, found, notes), recipe.names());
    Grid grid =
        recipe.form() instanceof Recipe.Form.Labelled ? labelled(entry, whole, notes) : whole;
    return new Gathered(grid, hashes(entry, found), types(entry, recipe, grid), notes);
  }

  /** By the data set's name if it is one file; else by each file's path. */
  static Map<String, String> hashes(CatalogueEntry entry, List<DataFiles.Found> found) {
    if (found.size() == 1) {
      return Map.of(entry.name(), found.get(0).content().sha256());
    }
    return IntStream.range(0, found.size())
        .boxed()
        .collect(
            Collectors.toMap(
                i -> entry.files().get(i).path(), i -> found.get(i).content().sha256()));
  }

  private static Map<String, TaskType> types(CatalogueEntry entry, Recipe recipe, Grid grid) {
    if (entry.tasks().isEmpty()) {
      return grid.header().stream().collect(Collectors.toMap(c -> c, c -> recipe.found()));
    }
    return entry.tasks().stream().collect(Collectors.toMap(Task::name, Task::type));
  }

  private Grid put(
      Recipe.Form form, CatalogueEntry entry, List<DataFiles.Found> found, List<String> notes) {
    if (form instanceof Recipe.Form.Stacked stacked) {
      return stacked(stacked.id(), found, notes);
    }
    if (form instanceof Recipe.Form.Matrix matrix) {
      return matrix(matrix.asPK(), found);
    }
    if (form instanceof Recipe.Form.Joined joined) {
      return joined(entry.name(), joined, notes);
    }
    return form instanceof Recipe.Form.Table table
        ? without(table.without(), grid(found.get(0)))
        : grid(found.get(0));
  }

  private static Grid grid(DataFiles.Found found) {
    String where = found.path().toString();
    return DataverseTab.named(where)
        ? DataverseTab.read(where, found.content())
        : GridReader.read(where, found.content());
  }

  private static Grid renamed(Grid grid, Map<String, String> names) {
    List<String> header = grid.header().stream().map(c -> names.getOrDefault(c, c)).toList();
    return grid.with(header, grid.rows());
  }

  private static Grid without(List<String> columns, Grid grid) {
    if (columns.isEmpty()) {
      return grid;
    }
    List<String> header = grid.header().stream().filter(c -> !columns.contains(c)).toList();
    return grid.with(header, cells(grid, header));
  }

  private static List<String[]> cells(Grid grid, List<String> columns) {
    int[] at = columns.stream().mapToInt(grid::column).toArray();
    return grid.rows().stream()
        .map(row -> IntStream.of(at).mapToObj(c -> row[c]).toArray(String[]::new))
        .toList();
  }

  private static Grid labelled(CatalogueEntry entry, Grid grid, List<String> notes) {
    int[] at = entry.tasks().stream().mapToInt(task -> grid.column(task.name())).toArray();
    Grid labelled =
        grid.picked(row -> IntStream.of(at).anyMatch(c -> !Grid.missing(grid.cell(row, c))));
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d rows of the file have a label of these tasks",
            labelled.rows().size(),
            grid.rows().size()));
    return labelled;
  }

  private static Grid stacked(String id, List<DataFiles.Found> found, List<String> notes) {
    List<Grid> grids = found.stream().map(Gatherer::grid).toList();
    Grid first = grids.get(0);
    List<String> header =
        first.header().stream()
            .filter(c -> grids.stream().allMatch(g -> g.column(c) >= 0))
            .toList();
    Set<String> known = new HashSet<>();
    List<String[]> rows = new ArrayList<>();
    int all = 0;
    for (Grid each : grids) {
      List<String[]> cells = cells(each, header);
      int name = header.indexOf(id);
      cells.stream().filter(row -> known.add(row[name])).forEach(rows::add);
      all += cells.size();
    }
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d rows repeat the %s of a row above (left out)",
            all - rows.size(),
            all,
            id));
    return Grid.made(first.where(), header, rows);
  }

  private static Grid matrix(boolean asPK, List<DataFiles.Found> found) {
    List<String> smiles = new ArrayList<>();
    json(found.get(0)).elements().forEachRemaining(s -> smiles.add(s.asText()));
    List<String> header = new ArrayList<>(List.of("smiles"));
    json(found.get(1)).fieldNames().forEachRemaining(header::add);
    String text = new String(found.get(2).content().bytes(), StandardCharsets.US_ASCII);
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String[]> rows = new ArrayList<>();
    for (int r = 0; r < Math.min(lines.size(), smiles.size()); r++) {
      String[] row = (smiles.get(r) + " " + lines.get(r).strip()).split("\\s+");
      for (int c = 1; asPK && c < row.length; c++) {
        row[c] = pK(row[c]);
      }
      rows.add(row);
    }
    boolean fits =
        lines.size() == smiles.size() && rows.stream().allMatch(r -> r.length == header.size());
    if (!fits) {
      throw new RunException(
          found.get(2).path() + " has other rows or columns than its ligands and proteins.");
    }
    return Grid.made(found.get(2).path().toString(), header, rows);
  }

  private static String pK(String nanomolar) {
    return Grid.missing(nanomolar)
        ? nanomolar
        : Double.toString(9 - Math.log10(Grid.number(nanomolar)));
  }

  private static JsonNode json(DataFiles.Found found) {
    try {
      return new ObjectMapper().readTree(found.content().bytes());
    } catch (IOException e) {
      throw new RunException("The file " + found.path() + " is no JSON: " + e.getMessage(), e);
    }
  }

  private Grid joined(String name, Recipe.Form.Joined form, List<String> notes) {
    CatalogueEntry base = files.catalogue().entry(form.base());
    Grid cells = gather(base).grid();
    List<String> own = base.tasks().stream().map(Task::name).toList();
    List<String> header = new ArrayList<>(List.of(base.smiles()));
    header.addAll(own);
    List<Map<String, String>> values = new ArrayList<>();
    for (String other : form.others()) {
      header.add(other);
      values.add(values(files.catalogue().entry(other)));
    }
    List<String> smiles = texts(cells, base.smiles());
    Molecules molecules = Molecules.read(smiles, files.folders().molecules());
    List<String[]> chosen = cells(cells, header.subList(0, own.size() + 1));
    List<String[]> rows = new ArrayList<>();
    for (int r = 0; r < smiles.size(); r++) {
      String canonical = molecules.parsed(r) ? molecules.canonical(r) : "";
      if (values.stream().anyMatch(v -> v.containsKey(canonical))) {
        List<String> row = new ArrayList<>(List.of(chosen.get(r)));
        values.forEach(v -> row.add(v.getOrDefault(canonical, "")));
        rows.add(row.toArray(String[]::new));
      }
    }
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d rows of \"%s\" are molecules of the other data sets too",
            rows.size(),
            smiles.size(),
            form.base()));
    return Grid.made(name, header, rows);
  }

  /** What a data set with one task measured, by canonical SMILES. */
  private Map<String, String> values(CatalogueEntry entry) {
    Grid grid = gather(entry).grid();
    List<String> smiles = texts(grid, entry.smiles());
    Molecules molecules = Molecules.read(smiles, files.folders().molecules());
    int column = grid.column(entry.tasks().get(0).name());
    Map<String, String> values = new HashMap<>();
    for (int r = 0; r < smiles.size(); r++) {
      if (molecules.parsed(r) && !Grid.missing(grid.cell(r, column))) {
        values.putIfAbsent(molecules.canonical(r), grid.cell(r, column));
      }
    }
    return values;
  }

  private static List<String> texts(Grid grid, String column) {
    int at = grid.column(column);
    return grid.rows().stream().map(row -> row[at].strip()).toList();
  }
}
