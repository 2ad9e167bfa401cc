package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.TaskGroups;

/**
 * What {@code summary.json} holds.
 *
 * @param verdict in plain words
 * @param relation how G and E go together
 * @param groups tasks by average linkage on 1 − G
 */
record Summary(String verdict, Relation relation, TaskGroups groups) {
  Summary {
    if (verdict == null
        || relation == null
        || relation.pearson() == null
        || relation.spearman() == null
        || groups == null) {
      throw new IllegalArgumentException("summary.json lacks a part");
    }
  }

  /**
   * Reads it from the folder of a run.
   *
   * @throws org.taskaffinity.dsl.RunException if it is missing or damaged
   */
  static Summary read(Path folder) {
    return Json.read(folder.resolve("summary.json"), Summary.class);
  }
}
