package org.taskaffinity.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.FileName;

/** Where audits are written. */
final class AuditFolders {
  private AuditFolders() {}

  /**
   * The folder itself for one audit, a folder of each one's name for several. A folder that holds
   * the tables of an analysis keeps them: the audit goes into a folder {@code overlap} within.
   */
  static Map<Path, Audit> of(List<Audit> audits, Path out) {
    Path own = Files.exists(out.resolve("affinity.csv")) ? out.resolve("overlap") : out;
    if (audits.size() == 1) {
      return Map.of(own, audits.get(0));
    }
    List<String> names = FileName.distinct(audits.stream().map(Audit::name).toList());
    Map<Path, Audit> folders = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      folders.put(own.resolve(names.get(i)), audits.get(i));
    }
    return folders;
  }
}
