package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.runtime.figure.Browser;

/** Opens a page in a real browser, where there is one. */
@Tag("slow")
class BrowserTest {
  @TempDir Path folder;

  @Test
  void thePageOpensWithoutErrorsOrRequestsAndItsTablesCanBeSorted() throws Exception {
    Browser browser = new Browser(folder);
    String dom = browser.open(ReportPage.write(MadeUp.hostile(), folder));
    assertTrue(dom.contains("Task affinity G"), "the figure's title reaches the page");
    assertTrue(dom.contains("<button type=\"button\">"), "the script ran");
    assertFalse(dom.contains("interactive.html"), "nothing is linked that is not there");
    assertEquals(List.of(), browser.errors());
    assertEquals(List.of(), browser.requests());
  }

  @Test
  void thePageToExploreIsLinkedAndOpensWithoutErrorsOrRequests() throws Exception {
    Browser browser = new Browser(folder);
    Path report = ReportPage.writeBoth(MadeUp.tox21(), folder);
    assertTrue(Files.readString(report).contains("<a href=\"interactive.html\">"));
    String dom = browser.open(folder.resolve("interactive.html"));
    assertTrue(dom.contains("class=\"main-svg\""), "Plotly ran");
    for (String words : List.of("Task affinity G", "label correlation E", "Validation loss")) {
      assertTrue(dom.contains(">" + words + "</text>"), words);
    }
    assertEquals(List.of(), browser.errors());
    assertEquals(List.of(), browser.requests());
  }

  @Test
  void anErrorAndARequestWouldBeSeen() throws Exception {
    Browser browser = new Browser(folder);
    String html =
        "<html><body><img src='http://a.invalid/a.png'><script>oh()</script></body></html>";
    browser.open(Files.writeString(folder.resolve("page.html"), html));
    assertEquals(1, browser.errors().size());
    assertTrue(browser.requests().get(0).contains("http://a.invalid/a.png"));
  }
}
