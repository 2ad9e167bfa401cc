package org.taskaffinity.reproductions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page of Markdown as one of HTML that holds its pictures and fetches nothing. */
final class WebPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private WebPage() {}

  /**
   * The page.
   *
   * @param folder from where the pictures are linked
   */
  static String of(String markdown, String title, Path folder) {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    Node document = Parser.builder().extensions(tables).build().parse(markdown);
    String body =
        HtmlRenderer.builder()
            .extensions(tables)
            .escapeHtml(true)
            .nodeRendererFactory(context -> new Pictures(context, folder))
            .build()
            .render(document);
    return "<!DOCTYPE html>\n<html lang=\"en\"><head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + title
        + "</title>\n<style>"
        + style()
        + "</style></head>\n<body><main>\n"
        + body.replace("<table>", "<div class=\"wide\"><table>")
            .replace("</table>", "</table></div>")
        + "</main></body></html>\n";
  }

  private static String style() {
    try (InputStream in = WebPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a picture itself where its link stands. */
  private record Pictures(HtmlNodeRendererContext context, Path folder) implements NodeRenderer {
    @Override
    public java.util.Set<Class<? extends Node>> getNodeTypes() {
      return java.util.Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      String file = ((Image) node).getDestination();
      context.getWriter().tag("figure", Map.of());
      context.getWriter().raw(ReportPage.inlined(folder.resolve(file)));
      context.getWriter().tag("/figure");
    }
  }
}
