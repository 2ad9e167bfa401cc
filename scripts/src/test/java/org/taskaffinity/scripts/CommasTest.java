package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommasTest {
  @Test
  void namesArePartedAtCommas() {
    assertEquals(List.of("a", "b c", "d"), Commas.split(List.of("a, b c,", "d")));
  }

  @Test
  void quotesHoldCommasAndQuotes() {
    assertEquals(
        List.of("a, b", "say \"x\"", "c"), Commas.split(List.of("\"a, b\",\"say \"\"x\"\"\",c")));
  }

  @Test
  void nothingGivesNoNames() {
    assertEquals(List.of(), Commas.split(List.of("", " , ")));
  }
}
