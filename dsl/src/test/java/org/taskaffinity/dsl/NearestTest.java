package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class NearestTest {
  @Test
  void editsOfKnownWords() {
    assertEquals(3, Nearest.edits("kitten", "sitting"));
    assertEquals(0, Nearest.edits("", ""));
    assertEquals(4, Nearest.edits("", "four"));
  }

  @Test
  void editsAreADistance() {
    Random random = new Random(11);
    for (int n = 0; n < 500; n++) {
      String a = word(random);
      String b = word(random);
      String c = word(random);
      assertEquals(Nearest.edits(a, b), Nearest.edits(b, a));
      assertEquals(a.equals(b), Nearest.edits(a, b) == 0);
      assertTrue(Nearest.edits(a, c) <= Nearest.edits(a, b) + Nearest.edits(b, c));
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(7), 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void aSlipOfTheKeyIsForgivenAndCaseDoesNotCount() {
    List<String> known = List.of("NR-AR", "NR-AhR", "SR-p53");
    assertEquals(Optional.of("SR-p53"), Nearest.to("SR-P53", known));
    assertEquals(Optional.of("NR-AhR"), Nearest.to("nr-ahr", known));
    assertEquals(Optional.of("NR-AR"), Nearest.to("NR_AR", known));
    List<String> longer = List.of("NR-AhR", "NR-AR-LBD (active)", "NR-AR (active)", "pKa");
    assertEquals(Optional.of("NR-AR (active)"), Nearest.to("NR-AR", longer));
    assertEquals(Optional.of("NR-AR (active)"), Nearest.to("nr-ar", longer));
    assertEquals(Optional.of("pKa"), Nearest.to("pKa (basic)", longer));
  }

  @Test
  void whatIsNotNearIsNotOffered() {
    assertEquals(Optional.empty(), Nearest.to("liver", List.of("NR-AR")));
    assertEquals(
        Optional.empty(), Nearest.to("xy", List.of("T1", "T2")), "two edits of two letters");
    assertEquals(Optional.empty(), Nearest.to("anything", List.of()));
  }

  @Test
  void longListsAreCutShort() {
    List<String> many = IntStream.range(0, 50).mapToObj(i -> "task" + i).toList();
    Golden.check(
        "unknown-names.txt",
        Nearest.unknown("task", "tusk7", "dataset \"many\"", many)
            + "\n\n"
            + Nearest.unknown("dataset", "x", "the catalogue", List.of()));
  }
}
