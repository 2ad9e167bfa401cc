package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;

/** An audit as CSV files. */
public final class AuditFiles {
  private AuditFiles() {}

  /**
   * Writes the matrices, the pairs, the tasks and the columns; each file appears whole or not at
   * all.
   */
  public static void write(Audit audit, Path folder) {
    write(folder, "overlap.csv", Tables.matrix(audit.jaccard()));
    write(folder, "shared.csv", Tables.matrix(audit.shared()));
    write(folder, "of-smaller.csv", Tables.matrix(audit.ofSmaller()));
    audit.labelCorrelation().ifPresent(e -> write(folder, "labels.csv", Tables.matrix(e)));
    write(folder, "pairs.csv", pairs(audit));
    write(folder, "tasks.csv", tasks(audit));
    ColumnFile.write(audit.columns(), folder);
  }

  private static void write(Path folder, String name, String text) {
    AtomicFiles.write(folder.resolve(name), text);
  }

  private static String pairs(Audit audit) {
    TaskMatrix jaccard = audit.jaccard();
    List<String> first = new ArrayList<>();
    List<List<String>> rest = new ArrayList<>();
    for (int i = 0; i < jaccard.size(); i++) {
      for (int j = i + 1; j < jaccard.size(); j++) {
        first.add(jaccard.tasks().get(i));
        rest.add(
            List.of(
                jaccard.tasks().get(j),
                Long.toString(Math.round(audit.shared().at(i, j))),
                Tables.number(jaccard.at(i, j)),
                Tables.number(audit.ofSmaller().at(i, j)),
                audit.reading(i, j).words(),
                Long.toString(audit.lacking(i, j))));
      }
    }
    return Tables.csv(
        List.of("first", "second", "shared", "jaccard", "of_smaller", "reading", "lacking"),
        rest,
        first);
  }

  private static String tasks(Audit audit) {
    return Tables.csv(
        List.of("task", "molecules", "of_all"),
        IntStream.range(0, audit.counts().size())
            .mapToObj(
                t ->
                    List.of(
                        audit.counts().get(t).toString(),
                        Tables.number((double) audit.counts().get(t) / audit.molecules())))
            .toList(),
        audit.jaccard().tasks());
  }
}
