package org.taskaffinity.notebooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.taskaffinity.notebooks.show.Html;
import org.taskaffinity.notebooks.show.MimeBundle;

/** A notebook as a page that holds all it shows and fetches nothing. */
public final class NotebookPage {
  /** Nothing is fetched, whatever the notebook holds. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();

  private final StringBuilder body = new StringBuilder();
  private String title;

  private NotebookPage(String name) {
    title = name;
  }

  /**
   * The page.
   *
   * @param name its title where the notebook has no heading
   */
  public static String of(Notebook notebook, String name) {
    NotebookPage page = new NotebookPage(name);
    notebook.cells().stream()
        .filter(cell -> cell.kind().equals("markdown"))
        .findFirst()
        .ifPresent(cell -> page.titled(PARSER.parse(cell.source())));
    notebook.cells().forEach(page::append);
    return page.html();
  }

  private void titled(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            if (heading.getLevel() == 1 && heading.getFirstChild() instanceof Text text) {
              title = text.getLiteral();
            }
          }
        });
  }

  private String html() {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Html.escaped(title)
        + " · Task Affinity</title>\n<style>"
        + resource("notebook.css")
        + "</style></head>\n<body><main>\n"
        + body
        + "</main></body></html>\n";
  }

  private void append(Cell cell) {
    switch (cell.kind()) {
      case "markdown" ->
          line("<section class=\"text\">" + RENDERER.render(PARSER.parse(cell.source())));
      case "code" -> code(cell);
      default -> line("<section><pre>" + Html.escaped(cell.source()) + "</pre>");
    }
    line("</section>");
  }

  private void code(Cell cell) {
    String count = cell.node().path("execution_count").asText("").replace("null", "");
    line(
        "<section class=\"code\"><pre class=\"source\" data-count=\""
            + Html.escaped(count)
            + "\"><code>"
            + Highlight.java(cell.source())
            + "</code></pre>");
    cell.outputs().forEach(this::output);
  }

  private void output(JsonNode output) {
    switch (output.path("output_type").asText()) {
      case "stream" ->
          line(
              "<pre class=\""
                  + Html.escaped(output.path("name").asText())
                  + "\">"
                  + Html.escaped(Cell.joined(output.path("text")))
                  + "</pre>");
      case "error" -> error(output);
      default -> shown(output.path("data"));
    }
  }

  private void error(JsonNode output) {
    String traceback =
        String.join(
            "\n",
            StreamSupport.stream(output.path("traceback").spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    line("<pre class=\"error\">" + Ansi.html(traceback) + "</pre>");
  }

  /** The richest form that a page can show. */
  private void shown(JsonNode data) {
    if (data.has(MimeBundle.HTML)) {
      line("<div class=\"shown\">" + Cell.joined(data.path(MimeBundle.HTML)) + "</div>");
    } else if (data.has(MimeBundle.SVG)) {
      String svg = Cell.joined(data.path(MimeBundle.SVG));
      line("<div class=\"shown\">" + svg.substring(Math.max(0, svg.indexOf("<svg"))) + "</div>");
    } else if (data.has("image/png")) {
      String png = Cell.joined(data.path("image/png")).replaceAll("[^A-Za-z0-9+/=]", "");
      line("<img alt=\"\" src=\"data:image/png;base64," + png + "\">");
    } else if (data.has("text/markdown")) {
      line(RENDERER.render(PARSER.parse(Cell.joined(data.path("text/markdown")))));
    } else if (data.has(MimeBundle.TEXT)) {
      line(
          "<pre class=\"value\">"
              + Html.escaped(Cell.joined(data.path(MimeBundle.TEXT)))
              + "</pre>");
    }
  }

  private void line(String html) {
    body.append(html).append('\n');
  }

  private static String resource(String name) {
    try (InputStream in = NotebookPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
