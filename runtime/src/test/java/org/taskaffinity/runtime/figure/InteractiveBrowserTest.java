package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Figure;

/** Figures to explore, in a real browser, where there is one. */
@Tag("slow")
class InteractiveBrowserTest {
  /** What the page of a kind must show once Plotly ran. */
  private static final Map<String, List<String>> SHOWN =
      Map.of(
          "map", List.of("A map of G", "NR-AR", "&lt;b&gt;&amp;\"x\"\\", ".40"),
          "tree", List.of("A map with its tree", "distance"),
          "column", List.of("A narrow map"),
          "scatter", List.of("G against E", "label correlation E", "affinity G", "r = 0.982"),
          "curve", List.of("Recovery", "overlap J", "r(G, E)", "fitted"),
          "dynamics", List.of("Cosines", "step", "cosine of task gradients"),
          "bars", List.of("By condition", "r(G, E)", "p ≤ 0.5"),
          "network", List.of("Who shares labels", "SR-MMP"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"map", "tree", "column", "scatter", "curve", "dynamics", "bars", "network"})
  void titleAndLabelsAreThereAndNothingIsFetched(String kind) throws Exception {
    Browser browser = new Browser(folder);
    String dom = browser.open(Kinds.all().get(kind).save(folder.resolve("page.html")));
    for (String words : SHOWN.get(kind)) {
      assertTrue(text(dom, words), words);
    }
    assertFalse(dom.contains("<svg class=\"fig\""), "the picture made room");
    assertEquals(List.of(), browser.errors());
    assertEquals(List.of(), browser.requests());
  }

  private static boolean text(String dom, String words) {
    return dom.contains(">" + words + "</text>")
        || dom.contains(">" + words + "</tspan>")
        || dom.contains(">" + words + " </text>");
  }

  @Test
  void withoutTheLibraryThePictureStays() throws Exception {
    Browser browser = new Browser(folder);
    String dom = browser.open(page(Interactive.fragment(Kinds.all().get("map"))));
    assertTrue(dom.contains("<svg class=\"fig\""));
    assertFalse(dom.contains("main-svg"));
    assertEquals(List.of(), browser.errors());
  }

  /** A notebook's page has require.js, and may show one figure twice. */
  @Test
  void besideALoaderOfModulesTheLibraryIsFoundAndTheLoaderStays() throws Exception {
    Browser browser = new Browser(folder);
    String fragment = Interactive.fragment(Kinds.all().get("scatter"));
    String loader =
        "<script>window.define = () => { throw 'asked' }; window.define.amd = {}</script>";
    String after =
        "<script>affinityPlotly.then(() => document.body.append("
            + "'loader ' + (window.define && !!window.define.amd)))</script>";
    String script = PlotlyLibrary.script();
    String dom = browser.open(page(loader + script + script + fragment + fragment + after));
    assertEquals(3, dom.split(">G against E</text>", -1).length, "drawn twice");
    assertTrue(dom.contains("loader true"));
    assertEquals(List.of(), browser.errors());
  }

  private Path page(String body) throws Exception {
    String html = "<!DOCTYPE html><html><meta charset='utf-8'><body>" + body + "</body></html>";
    return Files.writeString(folder.resolve("page.html"), html);
  }

  @Test
  void aFigureThatPlotlyRefusesStaysAPicture() throws Exception {
    Browser browser = new Browser(folder);
    Figure figure = Kinds.all().get("bars");
    String broken =
        "<script>window.affinityPlotly = Promise.resolve({ react() { throw 'no' } })</script>";
    String dom = browser.open(page(broken + Interactive.fragment(figure)));
    assertTrue(dom.contains("<svg class=\"fig\""));
    assertTrue(browser.errors().get(0).contains("The picture stays as it is: no"));
  }
}
