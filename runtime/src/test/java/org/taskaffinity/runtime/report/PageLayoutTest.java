package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.runtime.figure.Markup;
import org.taskaffinity.runtime.figure.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What keeps a page within a narrow window, as far as no browser is needed to see it. */
class PageLayoutTest {
  /** Longest piece without a place to break that fits 400 px in the page's font. */
  private static final int LONGEST = 44;

  static Stream<String> pages() {
    return ReportPageTest.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noTextOutsideOfTablesIsTooLongForAPhone(String html) {
    Document page = Xml.parsed(html);
    for (String tag : List.of("p", "li", "dt", "dd", "h1", "h2", "h3", "a")) {
      for (String text : Xml.texts(page, tag)) {
        for (String word : text.split("[\\s/-]+")) {
          assertTrue(word.length() <= LONGEST, tag + ": " + word);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hashesAreShortAndWholeInTheirTooltips(String html) {
    Document page = Xml.parsed(html);
    for (String tag : List.of("td", "th", "dd", "p", "li")) {
      for (String text : Xml.texts(page, tag)) {
        assertFalse(text.matches("(?s).*\\b[0-9a-f]{24,}.*"), tag + ": " + text);
      }
    }
    List<Element> hashes = Xml.all(page, "span");
    assertFalse(hashes.isEmpty());
    for (Element hash : hashes) {
      String start = hash.getTextContent().replace("…", "");
      assertTrue(hash.getAttribute("title").contains(start), start);
      assertTrue(hash.getAttribute("title").length() > start.length());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTableScrollsInABoxOfItsOwn(String html) {
    for (Element table : Xml.all(Xml.parsed(html), "table")) {
      assertEquals("scroll", ((Element) table.getParentNode()).getAttribute("class"));
    }
    assertTrue(html.contains(".scroll{overflow-x:auto"));
    assertTrue(html.contains("figure{margin:.6rem 0;min-width:0;overflow-x:auto}"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeBreaksBeforeDotsAndBehindBrackets(String html) {
    assertTrue(html.contains("white-space:pre-wrap"));
    for (Element code : Xml.all(Xml.parsed(html), "code")) {
      StringBuilder pieces = new StringBuilder();
      for (int i = 0; i < code.getChildNodes().getLength(); i++) {
        var node = code.getChildNodes().item(i);
        pieces.append(node.getNodeName().equals("wbr") ? "\u0000" : node.getTextContent());
      }
      for (String piece : pieces.toString().split("[\u0000\\s]+")) {
        assertTrue(piece.length() <= LONGEST, piece);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a(\"x).y(\").b(1, 2).c()|a(|\"x).y(\")|.b(|1, 2)|.c()",
        "m(\"q\\\").z(\").n|m(|\"q\\\").z(\")|.n"
      })
  void textInQuotesStaysWhole(String statement, String rest) {
    Markup page = new Markup();
    Code.write(page, statement);
    assertFalse(page.toString().contains("<wbr/>y") || page.toString().contains(")<wbr/>.y"));
    assertFalse(page.toString().contains(")<wbr/>.z"));
    assertEquals(
        statement, Xml.texts(Xml.parsed(page.toString()), "code").get(0), "nothing is lost");
  }

  @Test
  void aFolderIsShownByItsLastName() {
    String id = "0123456789abcdef0123456789abcdef";
    Shortened folder = Shortened.folder(Path.of("affinity-out", "runs", id));
    assertEquals("0123456789ab…", folder.shown());
    assertTrue(folder.whole().endsWith(id));
    assertEquals("cpu", Shortened.hash("cpu").shown());
    assertEquals("25c9c6b", Shortened.hash("25c9c6b").shown(), "short ones stay");
  }
}
