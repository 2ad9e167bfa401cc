package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a data set of the catalogue lies on this machine.
 *
 * @param entry the data set
 * @param path its file, or the first of several; empty unless all are there
 * @param sha256 of the decompressed content that was found, of several files {@link
 *     CatalogueEntry#hash}; empty when it was not looked at
 */
public record DataState(CatalogueEntry entry, Optional<Path> path, Optional<String> sha256) {
  /** Whether a file is there and its content is what the catalogue says. */
  public boolean verified() {
    return sha256.map(entry.sha256()::equals).orElse(false);
  }
}
