package org.taskaffinity.reproductions;

import java.util.List;
import org.taskaffinity.dsl.Experiment;

/** One of the paper's tables or figures, or a few that show the same numbers. */
interface Artefact {

  /** As it is asked for: {@code table-7}. */
  String id();

  /** What it shows, like a caption: {@code Table 7, Figure 2B: …}. */
  String caption();

  /** The lanes in which it differs, the most careful last. */
  List<Lane> lanes();

  /** Why other lanes are left out, in a sentence; empty where none is. */
  default String leftOut() {
    return "";
  }

  /** Every training that is known beforehand. */
  List<Experiment> trainings(Lane lane, Budget budget);

  /**
   * Trainings of which the areas of their tasks are enough; they are kept in a file of their own.
   */
  default List<Experiment> scored(Lane lane, Budget budget) {
    return List.of();
  }

  /**
   * More of them, decided by results of the others.
   *
   * @param work reads what is trained
   */
  default List<Experiment> scored(Lane lane, Work work) {
    return List.of();
  }

  /** In how many words more are decided on the way; empty where none are. */
  default String more(Lane lane, Budget budget) {
    return "";
  }

  /** Reads the numbers off the trainings. */
  Findings read(Lane lane, Work work);
}
