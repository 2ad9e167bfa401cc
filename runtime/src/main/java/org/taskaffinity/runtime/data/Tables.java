package org.taskaffinity.runtime.data;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.chem.Derived;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.random.Seeds;

/** Makes the table that a dataset describes: found, read, its rows chosen. */
public final class Tables {
  private final DataFiles files;
  private Source.Planted lastDesign;
  private Table lastPlanted;

  public Tables(DataFiles files) {
    this.files = files;
  }

  /** As {@link #load(Dataset, Split, Set, Seeds)}, needing no more than the split does. */
  public Table load(Dataset dataset, Split split, Seeds seeds) {
    return load(dataset, split, Set.of(), seeds);
  }

  /**
   * The rows of a dataset, in the order of the source. Molecules that cannot be read are left out,
   * and those of which something cannot be worked out that is needed: the canonical SMILES always,
   * the scaffold where the split goes by scaffolds. Then duplicates are dealt with, then rows with
   * too few labels left out, then the sample drawn from the stream {@code sample}.
   *
   * @param split the split to come
   * @param needed what else is needed of a molecule
   * @param seeds the experiment's
   * @throws PlanException if the dataset does not fit its file
   * @throws org.taskaffinity.dsl.RunException if its file cannot be had
   */
  public Table load(Dataset dataset, Split split, Set<Derived> needed, Seeds seeds) {
    Table table = read(dataset, column(split));
    if (table.molecular()) {
      table = RowChoice.parsed(table);
      for (Derived what : needed(split, needed)) {
        table = RowChoice.having(table, what);
      }
      table = DuplicateRows.resolved(table, dataset.duplicates());
    }
    Table covered = RowChoice.covered(table, dataset.minimumLabels());
    return RowChoice.sampled(covered, dataset.sample(), seeds);
  }

  /** In one order, so that notes are alike. */
  private static Set<Derived> needed(Split split, Set<Derived> more) {
    Set<Derived> all = EnumSet.of(Derived.CANONICAL);
    all.addAll(more);
    if (split instanceof Split.Scaffold) {
      all.add(Derived.SCAFFOLD);
    }
    return all;
  }

  /**
   * Every row of a dataset, in the order of the source: nothing is left out, and no molecule is
   * parsed.
   *
   * @throws PlanException if the dataset does not fit its file
   * @throws org.taskaffinity.dsl.RunException if its file cannot be had
   */
  public Table whole(Dataset dataset) {
    return read(dataset, Optional.empty());
  }

  /**
   * The tasks of a dataset with their types. Where the catalogue lists them and none were named, no
   * file is read.
   *
   * @throws PlanException if the dataset does not fit its file
   * @throws org.taskaffinity.dsl.RunException if its file cannot be had
   */
  public List<Task> tasks(Dataset dataset) {
    if (dataset.chosen().isEmpty() && dataset.source() instanceof Source.Catalogue source) {
      List<Task> listed = files.catalogue().entry(source.name()).tasks();
      if (!listed.isEmpty()) {
        return listed;
      }
    }
    return whole(dataset).tasks();
  }

  /**
   * SHA-256 of the content of each input that {@link #load} would read, by the input's name. Files
   * are found and hashed as there, and not taken apart.
   */
  public Map<String, String> hashes(Dataset dataset) {
    return dataset
        .source()
        .fold(
            new Source.Cases<>() {
              @Override
              public Map<String, String> catalogue(Source.Catalogue source) {
                String name = source.name();
                return name.equals(Catalogue.PLANTED)
                    ? Tables.this.planted(Mtl.design()).hashes()
                    : Tables.this.hashes(files.catalogue().entry(name));
              }

              @Override
              public Map<String, String> file(Source.File source) {
                return Map.of(
                    OwnFile.hashed(source.name()), files.open(source.path()).content().sha256());
              }

              @Override
              public Map<String, String> planted(Source.Planted source) {
                return Tables.this.planted(source).hashes();
              }
            });
  }

  private Map<String, String> hashes(CatalogueEntry entry) {
    return Gatherer.hashes(entry, files.open(entry));
  }

  private static Optional<String> column(Split split) {
    return split instanceof Split.Column column ? Optional.of(column.name()) : Optional.empty();
  }

  private Table read(Dataset dataset, Optional<String> split) {
    return dataset
        .source()
        .fold(
            new Source.Cases<>() {
              @Override
              public Table catalogue(Source.Catalogue source) {
                return source.name().equals(Catalogue.PLANTED)
                    ? Tables.this.planted(Mtl.design(), dataset, split)
                    : Tables.this.catalogue(source.name(), dataset, split);
              }

              @Override
              public Table file(Source.File source) {
                return Tables.this.file(source, dataset, split);
              }

              @Override
              public Table planted(Source.Planted source) {
                return Tables.this.planted(source, dataset, split);
              }
            });
  }

  private Table catalogue(String name, Dataset dataset, Optional<String> split) {
    CatalogueEntry entry = files.catalogue().entry(name);
    Gathered gathered = new Gatherer(files).gather(entry);
    List<Task> tasks = dataset.chosen().isEmpty() ? entry.tasks() : dataset.chosen();
    Table table =
        TableReader.read(
            gathered,
            new TableReader.Wanted(
                name, entry.smiles(), "", List.of(), tasks, gathered.types(), split));
    return table.source(Molecules.read(table.smiles(), files.folders().molecules()));
  }

  private Table file(Source.File source, Dataset dataset, Optional<String> split) {
    return read(
        files.open(source.path()),
        new TableReader.Wanted(
            source.name(),
            source.smiles(),
            source.sheet(),
            source.features(),
            dataset.chosen(),
            Map.of(),
            split));
  }

  private Table read(DataFiles.Found found, TableReader.Wanted wanted) {
    Table table = TableReader.read(found.path().toString(), found.content(), wanted);
    return wanted.features().isEmpty()
        ? table.source(Molecules.read(table.smiles(), files.folders().molecules()))
        : table;
  }

  private Table planted(Source.Planted design, Dataset dataset, Optional<String> split) {
    split.ifPresent(
        column -> {
          throw new PlanException(
              Nearest.unknown("column", column, "dataset \"planted\"", List.of())
                  + "\n  write "
                  + Remedy.split(Mtl.scaffoldSplit(0.8, 0.1, 0.1)));
        });
    Table table = planted(design);
    return dataset.chosen().isEmpty() ? table : chosen(table, dataset.chosen());
  }

  /** Made once for the seeds of a sweep: a design has one table. */
  private synchronized Table planted(Source.Planted design) {
    if (!design.equals(lastDesign)) {
      lastPlanted = PlantedData.table(design, files.folders().molecules());
      lastDesign = design;
    }
    return lastPlanted;
  }

  private static Table chosen(Table table, List<Task> tasks) {
    List<String> known = table.tasks().stream().map(Task::name).toList();
    int[] at = tasks.stream().mapToInt(t -> known.indexOf(t.name())).toArray();
    for (int i = 0; i < at.length; i++) {
      if (at[i] < 0) {
        String where = "dataset \"" + table.name() + "\"";
        throw new PlanException(Nearest.unknown("task", tasks.get(i).name(), where, known));
      }
      TaskType asked = tasks.get(i).type();
      Task there = table.tasks().get(at[i]);
      if (asked != TaskType.AS_FOUND && asked != there.type()) {
        throw new PlanException(
            tasks.get(i)
                + " is not what was planted: write "
                + Remedy.task(Mtl.task(there.name())));
      }
    }
    return table.tasks(at);
  }
}
