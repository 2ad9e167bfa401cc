package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;

/** Three data sets that exist in tests alone. */
final class FakeCatalogue {
  private FakeCatalogue() {}

  static List<CatalogueEntry> entries() {
    return List.of(entry("sider", 27), entry("tox21", 12), entry("toxcast", 617));
  }

  private static CatalogueEntry entry(String name, int tasks) {
    return new CatalogueEntry(
        name,
        name,
        List.of(
            new CatalogueEntry.File(
                name + ".csv.gz", "https://example.org/" + name + ".csv.gz", "e".repeat(64))),
        "CC BY 4.0",
        1427,
        "smiles",
        IntStream.rangeClosed(1, tasks).mapToObj(t -> Mtl.classification("T" + t)).toList(),
        "a paper");
  }

  /** sider is fine, tox21 was altered, toxcast is not here. */
  static DataState locate(String name) {
    CatalogueEntry entry =
        entries().stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new PlanException(
                        Nearest.unknown("data set", name, "the catalogue", FakeRunner.NAMES)));
    return switch (name) {
      case "sider" ->
          new DataState(
              entry, Optional.of(Path.of("data/sider.csv.gz")), Optional.of("e".repeat(64)));
      case "tox21" ->
          new DataState(
              entry, Optional.of(Path.of("data/tox21.csv.gz")), Optional.of("f".repeat(64)));
      default -> new DataState(entry, Optional.empty(), Optional.empty());
    };
  }
}
