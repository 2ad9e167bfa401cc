package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
          boxes([...svg.querySelectorAll('text.value, .scatterlayer .textpoint text')]
            .filter(text => /^[−.,0-9k]+$/.test(text.textContent))));
        parent.postMessage(JSON.stringify({
          width: document.scrollingElement.scrollWidth,
          numbers: numbers.map(each => each.length).reduce((a, b) => a + b, 0),
          touching: numbers.some(touching),
          tables: [...document.querySelectorAll('table')].every(t => t.closest('.scroll')),
          code: boxes(document.querySelectorAll('pre')).every(r => r.right <= innerWidth),
        }), '*');
      }, 8000)</script></body>\
      """;

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

  private Path page(String name) {
    return switch (name) {
      case "one" -> ReportPage.writeBoth(MadeUp.tox21(), folder);
      case "long-names" -> ReportPage.writeBoth(MadeUp.sider(), folder);
      default -> ReportPage.writeBoth(MadeUp.sweep(), List.of(), folder);
    };
  }

  @ParameterizedTest
  @CsvSource({"one, 400", "long-names, 1280", "sweep, 400"})
  void noReportScrollsSidewaysAndNoNumbersTouch(String name, int width) throws Exception {
    JsonNode look = look(page(name), width);
    assertTrue(look.get("width").intValue() <= width, look.toString());
    assertTrue(look.get("tables").booleanValue() && look.get("code").booleanValue());
    assertTrue(look.get("numbers").intValue() > 0, look.toString());
    assertFalse(look.get("touching").booleanValue(), look.toString());
  }

  @ParameterizedTest
  @CsvSource({"one, 400, false", "long-names, 1280, false", "one, 1280, true"})
  void figuresToExploreFitTheWindowAndTheirNumbersDoNotTouch(String name, int width, boolean some)
      throws Exception {
    JsonNode look = look(page(name).resolveSibling("interactive.html"), width);
    assertTrue(look.get("width").intValue() <= width, look.toString());
    assertFalse(look.get("touching").booleanValue(), look.toString());
    assertTrue(!some || look.get("numbers").intValue() >= 3 * 12 * 11, look.toString());
  }
}
