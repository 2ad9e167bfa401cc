package org.taskaffinity.runtime.train;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Skill;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.stats.Skills;

/** Each task compared to chance, on rows that did not train. */
final class HeldOutSkill {
  private HeldOutSkill() {}

  /**
   * @param validated logits of the validation rows, [rows][K]
   * @param tested logits of the test rows, [rows][K]
   */
  static List<Skill> of(
      TrainingSpec assignment,
      int[] validation,
      float[][] validated,
      int[] test,
      float[][] tested) {
    List<Skill> skills = new ArrayList<>();
    Labels labels = assignment.heldOut().labels();
    for (int t = 0; t < assignment.targets().size(); t++) {
      Target.Kind kind = assignment.targets().get(t).kind();
      Skill first = skill(kind, Labelled.of(validated, validation, t, labels), "validation");
      skills.add(
          Double.isNaN(first.low())
              ? skill(kind, Labelled.of(tested, test, t, labels), "test")
              : first);
    }
    return skills;
  }

  /** Regressions are standardised by their training labels, whose mean is 0. */
  private static Skill skill(Target.Kind kind, Labelled of, String part) {
    return kind == Target.Kind.BINARY
        ? Skills.classification(of.predicted(), of.positives(), part)
        : Skills.regression(of.predicted(), of.labels(), part);
  }
}
