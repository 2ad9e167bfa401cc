package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.runtime.figure.Browser;

/** How pages lie in a window, in a real browser, where there is one. */
@Tag("slow")
class PageBrowserTest {
  /** What a page looks like once its figures are drawn. */
  private static final String LOOK =
      """
      <script>setTimeout(() => {
        const boxes = nodes => [...nodes].map(e => e.getBoundingClientRect());
        const touching = boxes => boxes.some((a, i) => boxes.some((b, j) => i < j
          && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
        const numbers = [...document.querySelectorAll('svg')].map(svg =>
          boxes(svg.querySelectorAll('text.value, .scatterlayer .textpoint text')));
        parent.postMessage(JSON.stringify({
          width: document.scrollingElement.scrollWidth,
          numbers: numbers.map(each => each.length).reduce((a, b) => a + b, 0),
          touching: numbers.some(touching),
          tables: [...document.querySelectorAll('table')].every(t => t.closest('.scroll')),
          code: boxes(document.querySelectorAll('pre')).every(r => r.right <= innerWidth),
        }), '*');
      }, 8000)</script></body>""";

  @TempDir Path folder;

  /** The page in a frame of this width; what it says of itself. */
  private JsonNode look(Path page, int width) throws Exception {
    String html = Files.readString(page);
    int end = html.lastIndexOf("</body>");
    Path looked = page.resolveSibling("looked.html");
    Files.writeString(looked, html.substring(0, end) + LOOK + html.substring(end + 7));
    String frame =
        "<html><body><iframe src='looked.html' style='border:0;width:%dpx;height:900px'></iframe>"
            + "<pre id='said'></pre><script>addEventListener('message', e => "
            + "document.getElementById('said').textContent = e.data)</script></body></html>";
    Path wrapper =
        Files.writeString(page.resolveSibling("frame.html"), String.format(frame, width));
    String dom =
        new Browser(folder)
            .open(wrapper, "--allow-file-access-from-files", "--window-size=1400,1000");
    int start = dom.indexOf("<pre id=\"said\">") + 15;
    return new ObjectMapper().readTree(dom.substring(start, dom.indexOf("</pre>", start)));
  }

  private List<Path> pages() {
    return List.of(
        ReportPage.writeBoth(MadeUp.tox21(), folder.resolve("one")),
        ReportPage.writeBoth(MadeUp.sider(), folder.resolve("long-names")),
        ReportPage.writeBoth(MadeUp.hostile(), folder.resolve("hostile")),
        ReportPage.writeBoth(MadeUp.sweep(), folder.resolve("sweep")));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 1280})
  void noReportScrollsSidewaysAndNoNumbersTouch(int width) throws Exception {
    for (Path page : pages()) {
      JsonNode look = look(page, width);
      assertTrue(look.get("width").intValue() <= width, page + ": " + look);
      assertTrue(look.get("tables").booleanValue() && look.get("code").booleanValue(), page + "");
      assertTrue(look.get("numbers").intValue() > 0, page + ": " + look);
      assertEquals(false, look.get("touching").booleanValue(), page + ": " + look);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 1280})
  void figuresToExploreFitTheWindowAndTheirNumbersDoNotTouch(int width) throws Exception {
    for (String name : List.of("one", "long-names", "sweep")) {
      pages();
      JsonNode look = look(folder.resolve(name).resolve("interactive.html"), width);
      assertTrue(look.get("width").intValue() <= width, name + ": " + look);
      assertEquals(false, look.get("touching").booleanValue(), name + ": " + look);
    }
  }

  @Test
  void numbersOfFewTasksAreShownInAWideWindow() throws Exception {
    pages();
    JsonNode look = look(folder.resolve("one").resolve("interactive.html"), 1280);
    assertTrue(look.get("numbers").intValue() >= 3 * 12 * 11, look.toString());
  }
}
