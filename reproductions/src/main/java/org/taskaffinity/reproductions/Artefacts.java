package org.taskaffinity.reproductions;

import java.util.List;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;

/** Every table and figure there is, in the order of the report. */
final class Artefacts {
  private Artefacts() {}

  static List<Artefact> all() {
    List<Subject> subjects = List.of(Subject.TOX21, Subject.SIDER);
    return List.of(new Table1(subjects), new Table5(), new Table6(), new Table7(), new Table8());
  }

  /**
   * Those that were asked for, or all.
   *
   * @throws DescriptionException if one is not known
   */
  static List<Artefact> named(List<String> ids) {
    return ids.isEmpty() ? all() : ids.stream().distinct().flatMap(Artefacts::one).toList();
  }

  private static Stream<Artefact> one(String id) {
    List<Artefact> found = all().stream().filter(a -> a.id().equals(id)).toList();
    if (found.isEmpty()) {
      throw new DescriptionException(
          Nearest.unknown(
              "table or figure",
              id,
              "the reproductions",
              all().stream().map(Artefact::id).toList()));
    }
    return found.stream();
  }
}
