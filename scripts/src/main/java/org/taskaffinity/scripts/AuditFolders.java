package org.taskaffinity.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Audit;

/** Where audits are written. */
final class AuditFolders {
  private AuditFolders() {}

  /**
   * The folder itself for one audit, a folder of each one's name for several. A folder that holds
   * the tables of an analysis keeps them: the audit goes into a folder {@code overlap} within.
   */
  static Map<Path, Audit> of(List<Audit> audits, Path out) {
    Path own = Files.exists(out.resolve("affinity.csv")) ? out.resolve("overlap") : out;
    Map<Path, Audit> folders = new LinkedHashMap<>();
    for (Audit audit : audits) {
      String name = audit.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
      folders.put(audits.size() == 1 ? own : own.resolve(name), audit);
    }
    return folders;
  }
}
