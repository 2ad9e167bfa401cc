package org.taskaffinity.dsl;

import java.util.List;

/**
 * A data set that is known by name.
 *
 * @param name as {@code dataset("…")} takes it
 * @param title what it is called elsewhere
 * @param file its file's path below a data folder
 * @param origin public address it can be fetched from
 * @param sha256 of the decompressed content
 * @param licence as its publisher states it
 * @param rows rows of the file
 * @param smiles column that holds the molecules
 * @param tasks its tasks, with their types
 * @param source where it was published
 */
public record CatalogueEntry(
    String name,
    String title,
    String file,
    String origin,
    String sha256,
    String licence,
    int rows,
    String smiles,
    List<Task> tasks,
    String source) {
  public CatalogueEntry {
    tasks = List.copyOf(tasks);
  }
}
