package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void namesThatBeginAlikeKeepTheirEnds() {
    List<String> names =
        List.of("Nuclear receptor alpha", "Nuclear receptor beta", "liver", "Stress response");
    List<String> shown = Text.fitted(names, 70, 11);
    assertEquals(4, new HashSet<>(shown).size(), shown.toString());
    assertTrue(shown.get(0).endsWith("pha") && shown.get(1).endsWith("eta"), shown.toString());
    assertEquals("liver", shown.get(2));
    assertTrue(shown.get(3).endsWith("…"));
    shown.forEach(name -> assertTrue(Text.width(name, 11) <= 70, name));
  }
}
