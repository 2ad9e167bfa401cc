package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tox21",
        "a",
        "pooled-1",
        "NR-AR",
        "x.y_z-1",
        "größe",
        "рак",
        "分子",
        "हिन्दी",
        "_a"
      })
  void anOrdinaryNameStays(String text) {
    assertEquals(text, FileName.of(text));
  }

  @Test
  void textsThatDifferHaveNamesThatDiffer() {
    List<String> texts =
        List.of(
            "p < .5",
            "p > .5",
            "p  > .5",
            "p-.5",
            "p .5",
            "p_.5",
            "first look",
            "first-look",
            "first/look",
            "first\\look",
            "a:b",
            "a*b",
            "a?b",
            "a|b",
            "a\"b",
            "a\nb",
            "a\tb",
            "a",
            "a.",
            "a..",
            ".a",
            "..",
            ".",
            "",
            " ",
            "-",
            "--",
            "~",
            "???",
            "!!!",
            "µ",
            "μ",
            "e\u0301",
            "\u00e9",
            "con",
            "CON",
            "con.txt",
            "_con",
            "α < β",
            "α > β",
            "α→β",
            "💊",
            "💉",
            "nul ",
            "targetJaccard(0.5)",
            "targetJaccard(0.05)",
            "a~",
            "a~ca978112");
    Map<String, String> seen = new HashMap<>();
    texts.forEach(
        text -> {
          String other = seen.put(FileName.of(text), text);
          assertTrue(other == null, () -> '"' + text + "\" and \"" + other + "\" have one name");
        });
  }

  @Test
  void anyTextIsAFilesName() throws Exception {
    Random random = new Random(3);
    Map<String, String> seen = new HashMap<>();
    String marks = "ab .-_/\\:*?\"<>|~\u0000\u0007\u202e\u0301éß中💊";
    int[] points = marks.codePoints().toArray();
    for (int n = 0; n < 2000; n++) {
      StringBuilder text = new StringBuilder();
      int length = n % 10 == 0 ? 300 : random.nextInt(12);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      String name = FileName.of(text.toString());
      String known = seen.put(name, text.toString());
      assertTrue(known == null || known.contentEquals(text), name);
      assertFalse(name.matches("(?s).*[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}].*"), name);
      assertFalse(name.startsWith(".") || name.startsWith("-") || name.endsWith("."), name);
      assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 130, name);
    }
    for (String name : List.copyOf(seen.keySet()).subList(0, 50)) {
      Path file = Files.writeString(folder.resolve(name + ".svg"), "x");
      assertEquals(folder, file.toRealPath().getParent().toAbsolutePath());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "con",
        "PRN",
        "aux",
        "Nul",
        "com1",
        "LPT9",
        "com\u00b9",
        "nul.txt",
        "con.a.b",
        "con "
      })
  void namesThatWindowsReservesAreNotUsed(String text) {
    String name = FileName.of(text).toLowerCase(Locale.ROOT);
    String device = name.replaceFirst("\\..*", "");
    assertFalse(device.matches("con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3]"), name);
    assertTrue(name.contains("~"), name);
  }

  @Test
  void anEmptyResultHasAName() {
    for (String text : List.of("", "?", "...", "/", "\u0301")) {
      assertTrue(FileName.of(text).startsWith("unnamed~"), FileName.of(text));
    }
  }

  @Test
  void longTextsThatDifferAtTheirEndHaveNamesThatDiffer() {
    String one = "n".repeat(5000);
    String name = FileName.of(one + "1");
    assertFalse(name.equals(FileName.of(one + "2")));
    assertEquals(129, name.length());
    assertTrue(FileName.of("💊".repeat(100)).startsWith("unnamed~"), "no letter is left of it");
    assertTrue(FileName.of("分".repeat(100)).getBytes(StandardCharsets.UTF_8).length <= 129);
  }

  @Test
  void severalNamesAreDistinctWhereCaseIsIgnored() {
    List<String> texts = List.of("A", "a", "mine", "mine", "Straße", "STRASSE", "p < .5", "b");
    List<String> names = FileName.distinct(texts);
    HashSet<String> folded = new HashSet<>();
    names.forEach(n -> assertTrue(folded.add(n.toLowerCase(Locale.ROOT)), n));
    assertEquals(List.of("mine", "mine~2"), names.subList(2, 4));
    assertEquals("b", names.get(7));
    assertTrue(names.get(0).startsWith("A~") && names.get(1).startsWith("a~"), names::toString);
  }
}
