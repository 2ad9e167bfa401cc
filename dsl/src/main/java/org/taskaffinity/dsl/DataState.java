package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a data set of the catalogue lies on this machine.
 *
 * @param entry the data set
 * @param path its file, where there is one
 * @param sha256 of the decompressed content that was found; empty when it was not looked at
 */
public record DataState(CatalogueEntry entry, Optional<Path> path, Optional<String> sha256) {
  /** Whether a file is there and its content is what the catalogue says. */
  public boolean verified() {
    return sha256.map(entry.sha256()::equals).orElse(false);
  }
}
