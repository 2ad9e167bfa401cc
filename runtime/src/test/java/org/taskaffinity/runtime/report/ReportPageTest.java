package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.runtime.figure.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportPageTest {
  static Stream<String> pages() {
    return Stream.of(
        ReportPage.of(MadeUp.tox21()),
        ReportPage.of(MadeUp.sider()),
        ReportPage.of(MadeUp.two()),
        ReportPage.of(MadeUp.gaps()),
        ReportPage.of(MadeUp.hostile()),
        ReportPage.of(MadeUp.sweep()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsWellFormedAndItsIdsAreItsOwn(String html) {
    Document page = Xml.parsed(html);
    List<String> ids =
        Xml.all(page, "*").stream()
            .map(e -> e.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertEquals(ids.size(), new HashSet<>(ids).size());
    for (Element link : Xml.all(page, "a")) {
      String target = link.getAttribute("href");
      assertTrue(!target.startsWith("#") || ids.contains(target.substring(1)), target);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageLoadsNothing(String html) {
    Document page = Xml.parsed(html);
    for (String tag : List.of("link", "img", "iframe", "object", "embed", "base", "image")) {
      assertEquals(List.of(), Xml.texts(page, tag), tag);
    }
    assertTrue(Xml.all(page, "*").stream().noneMatch(e -> e.hasAttribute("src")));
    assertFalse(html.contains("@import") || html.contains("url(http"));
    String policy = Xml.all(page, "meta").get(1).getAttribute("content");
    assertTrue(policy.startsWith("default-src 'none'"), policy);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsAndTableHeadsSayWhatTheyAre(String html) {
    Document page = Xml.parsed(html);
    assertEquals(1, Xml.all(page, "h1").size());
    assertEquals("en", page.getDocumentElement().getAttribute("lang"));
    assertTrue(Xml.all(page, "th").stream().allMatch(th -> th.hasAttribute("scope")));
    assertTrue(Xml.texts(page, "caption").stream().noneMatch(String::isBlank));
    assertEquals(Xml.all(page, "table").size(), Xml.all(page, "caption").size());
  }

  @Test
  void everyPairIsInTheTableWithItsReading() {
    for (Result result : List.of(MadeUp.two(), MadeUp.gaps(), MadeUp.sider(), MadeUp.hostile())) {
      List<String> rows =
          Xml.texts(Xml.parsed(ReportPage.of(result)), "tr").stream().distinct().toList();
      String all = String.join("\n", rows);
      result.pairs().stream()
          .map(p -> (p.first() + p.second()).replace("\u0001", "\ufffd"))
          .forEach(names -> assertTrue(all.contains(names), names));
      assertTrue(all.contains(result.pairs().get(0).reading().words()));
    }
  }

  @Test
  void manyPairsAreFoldedAwayAndFewAreNot() {
    assertEquals(1, Xml.all(Xml.parsed(ReportPage.of(MadeUp.tox21())), "details").size());
    assertEquals(0, Xml.all(Xml.parsed(ReportPage.of(MadeUp.two())), "details").size());
  }

  @Test
  void theVerdictStandsFirstInPlainWords() {
    Result result = MadeUp.gaps();
    List<String> paragraphs = Xml.texts(Xml.parsed(ReportPage.of(result)), "p");
    assertEquals(result.verdict(), paragraphs.get(1));
    assertTrue(paragraphs.get(2).contains("r(G, E) = 0.867 (95 % interval 0.795 to 0.912"));
    assertTrue(paragraphs.get(2).contains("Mantel p = 1.0e-04"));
  }

  @Test
  void whatIsSaidForARerunIsTheDescriptionItself() {
    Result result = MadeUp.tox21();
    List<String> code = Xml.texts(Xml.parsed(ReportPage.of(result)), "code");
    assertEquals(result.record().description(), code.get(0));
    assertEquals("runner.run(" + result.experiment() + ")", code.get(1));
    assertEquals("./affinity run again.affinity.jsh", code.get(2));
  }

  @Test
  void aSweepIsRerunAsTheSweepItWas() {
    List<String> code = Xml.texts(Xml.parsed(ReportPage.of(MadeUp.sweep())), "code");
    String script = code.get(1);
    assertTrue(script.contains(".over(natural(), targetJaccard(0.3))"), script);
    assertTrue(script.contains(".over(seed(1), seed(2))"), script);
  }

  @Test
  void theSourceOfTheBoundsIsCalledAClaim() {
    String text = Xml.parsed(ReportPage.of(MadeUp.two())).getDocumentElement().getTextContent();
    assertTrue(text.contains("arXiv 2604.07848 claims: a claim under test, not a fact"));
  }

  @Test
  void hundredsOfTasksMakeAPageThatOpens() {
    String html = ReportPage.of(MadeUp.many(617));
    assertTrue(html.length() < 4_000_000, "the page has " + html.length() + " characters");
    assertTrue(html.contains("pairs.csv"), "the file that holds all pairs is named");
  }

  @Test
  void theSameResultGivesTheSameBytes(@TempDir Path folder) throws IOException {
    Path file = ReportPage.write(MadeUp.tox21(), folder);
    assertEquals("report.html", file.getFileName().toString());
    assertEquals(ReportPage.of(MadeUp.tox21()), Files.readString(file));
  }

  @Test
  void aSweepSaysEachConditionAndEachRun() {
    String text = Xml.parsed(ReportPage.of(MadeUp.sweep())).getDocumentElement().getTextContent();
    List<String> headings = Xml.texts(Xml.parsed(ReportPage.of(MadeUp.sweep())), "h2");
    assertEquals(
        List.of("natural()", "targetJaccard(0.3)"),
        headings.stream().filter(h -> h.contains("(")).collect(Collectors.toList()));
    assertTrue(text.contains("4 runs under 2 conditions"));
    assertTrue(text.contains("Spread of G over seeds"));
  }
}
