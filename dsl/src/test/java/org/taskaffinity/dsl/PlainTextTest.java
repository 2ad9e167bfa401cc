package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void whatATerminalObeysIsShown() {
    assertEquals("\\u001b]0;title\\u0007", PlainText.line("\u001b]0;title\u0007"));
    assertEquals("a\\u009b2Jb\\u007f", PlainText.line("a\u009b2Jb\u007f"));
    assertEquals("\\u202eright", PlainText.line("\u202eright"));
    assertEquals("\\u2066in\\u2069", PlainText.line("\u2066in\u2069"));
    assertEquals("two\\nlines\\r\\n\\tin\\u2028all", PlainText.line("two\nlines\r\n\tin\u2028all"));
  }

  @Test
  void allElseStays() {
    String text = "NR-AR, Größe \u03b8 \u6f22 \ud83e\uddea e\u0301 \\n";
    assertEquals(text, PlainText.line(text));
  }

  @Test
  void aLineBreakInANameDoesNotTearATable() {
    String name = "NR\nAR\u001b[2J";
    TaskMatrix matrix = new TaskMatrix(List.of(name, "B"), new double[][] {{1, 0.5}, {0.5, 1}});
    assertEquals(3, matrix.toString().lines().count(), matrix.toString());
    assertFalse(matrix.toString().contains("\u001b"));
    assertTrue(matrix.toString().contains("NR\\nAR"), matrix.toString());
    assertEquals(name, matrix.tasks().get(0));
  }
}
