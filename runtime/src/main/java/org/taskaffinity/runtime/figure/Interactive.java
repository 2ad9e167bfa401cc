package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.taskaffinity.dsl.Figure;

/** Figures to explore: Plotly's JSON, fragments of HTML, and pages that open offline. */
public final class Interactive {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing is fetched, whatever the page holds; plotly.js makes images of blobs to download. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
          + " img-src data: blob:";

  private static final String STYLE =
      ":root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;"
          + "background:#ffffff;color:#08090b}main{max-width:1040px;margin:0 auto;padding:14px}"
          + "h1{font-size:1.5rem;margin:.6rem 0}.affinity-figure{margin:0 0 28px}"
          + "@media screen and (prefers-color-scheme:dark){"
          + "body{background:#101216;color:#f4f5f8}}";

  private Interactive() {}

  /** What Plotly draws the figure from, in light colours. */
  static String json(Figure figure) {
    JsonNode resolved = Colours.resolved(Plots.of(figure).json(), Theme.LIGHT);
    ((ObjectNode) resolved.get("layout")).remove("meta");
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return written(JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines)), resolved);
  }

  /** The figure for a page that holds {@link PlotlyLibrary#script()}; its picture in any other. */
  static String fragment(Figure figure) {
    String plot = inScript(written(JSON.writer(), Plots.of(figure).json()));
    String id = UUID.nameUUIDFromBytes(plot.getBytes(StandardCharsets.UTF_8)).toString();
    Map<String, Map<String, String>> themes =
        Map.of("light", Colours.of(Theme.LIGHT), "dark", Colours.of(Theme.DARK));
    Markup html = new Markup();
    html.open("div", "class", "affinity-figure", "data-affinity-figure", id).line();
    html.element("style", Theme.css() + ".affinity-figure svg.fig{max-width:100%;height:auto}");
    html.raw(Svg.inline(figure, "figure-" + id)).close().line();
    html.open("script").line().raw(PlotlyLibrary.resource("figure.js").strip());
    html.raw("(\"" + id + "\", " + plot + ", " + inScript(written(JSON.writer(), themes)) + ");");
    return html.line().close().line().toString();
  }

  /** A page of figures that opens offline and fetches nothing. */
  public static String page(String title, List<Figure> figures) {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").line();
    page.leaf("meta", "charset", "utf-8").line();
    page.leaf("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.element("title", title + " · Task Affinity").line();
    page.open("style").raw(STYLE).close().close().open("body").line();
    page.raw(PlotlyLibrary.script()).open("main").line();
    if (figures.size() > 1) {
      page.element("h1", title).line();
    }
    figures.forEach(figure -> page.raw(fragment(figure)));
    return page.close().close().close().line().toString();
  }

  /** No text ends the script that holds it. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static String written(com.fasterxml.jackson.databind.ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
