package org.taskaffinity.reproductions;

import java.util.List;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;

/** Every table and figure there is, in the order of the report. */
final class Artefacts {
  private Artefacts() {}

  static List<Artefact> all() {
    return List.of(
        new Figure1(),
        new Table1(Subject.all()),
        new Table2(),
        new Table3(),
        new Table4(),
        new Table5(),
        new Table6(),
        new Table7(),
        new Table8(),
        new Table9(),
        new Table10(),
        new Table11(),
        new Table12(Subject.TOX21),
        new Table13(),
        new Synthetic(),
        new BenchmarkAudit());
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
