package org.taskaffinity.dsl;

import java.util.List;

/**
 * A run that came out of a bundle.
 *
 * @param run as it lies in the store now
 * @param there whether the store had it before; its own files then stay as they are
 * @param differing files of the store's that are not those of the bundle; empty where it was not
 *     there
 */
public record ImportedRun(StoredRun run, boolean there, List<String> differing) {
  public ImportedRun {
    differing = List.copyOf(differing);
  }

  @Override
  public String toString() {
    if (!there) {
      return "brought " + run.shortId() + " into " + run.folder();
    }
    return run.shortId()
        + " was there already, in "
        + run.folder()
        + (differing.isEmpty()
            ? "; every file is the same"
            : "; kept as it is. Other in the bundle: " + String.join(", ", differing));
  }
}
