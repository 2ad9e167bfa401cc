package org.taskaffinity.dsl;

/** One task of a result, and how well it was learnt. */
public sealed interface JudgedTask permits TaskSummary, PooledTask {

  /** Its column. */
  String name();

  /** How it compares to chance. */
  Skill skill();

  /** Whether it was shown to be learnt. */
  default Learnt learnt() {
    return skill().learnt();
  }
}
