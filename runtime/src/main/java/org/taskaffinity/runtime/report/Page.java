package org.taskaffinity.runtime.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.taskaffinity.runtime.figure.Markup;
import org.taskaffinity.runtime.figure.Svg;

/** The shell of a page: title, style, table of contents, and sections one below the other. */
final class Page {
  /** Nothing is fetched, whatever the page holds. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private final String title;
  private final String subtitle;
  private final Map<String, String> contents = new LinkedHashMap<>();
  private final Markup body = new Markup();
  private int figures;

  Page(String title, String subtitle) {
    this.title = title;
    this.subtitle = subtitle;
  }

  /** Where sections write. */
  Markup body() {
    return body;
  }

  /** Begins a section that the table of contents names. */
  void section(String heading) {
    String id = "section-" + (contents.size() + 1);
    contents.put(id, heading);
    body.line().element("h2", heading, "id", id).line();
  }

  void heading(String text) {
    body.element("h3", text).line();
  }

  void paragraph(String text) {
    body.element("p", text).line();
  }

  /** Says where the figures can be explored. */
  void linkToFigures() {
    body.open("p").element("a", "Explore the figures", "href", ReportPage.EXPLORE);
    body.text(", with zoom and values under the pointer.").close().line();
  }

  /** A paragraph in a lower voice. */
  void remark(String text) {
    body.element("p", text, "class", "quiet").line();
  }

  /** An id that no other figure of this page has. */
  String nextFigure() {
    return "figure-" + ++figures;
  }

  /** A figure, across the whole page if it is wide. */
  void figure(String svg, boolean wide) {
    body.open("figure", "class", wide ? "wide" : null).raw(svg).close().line();
  }

  String html() {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").line();
    page.leaf("meta", "charset", "utf-8").line();
    page.leaf("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.element("title", title + " · Task Affinity").line();
    page.open("style").raw(resource("page.css") + Svg.css()).close().close().open("body").line();
    page.open("header").element("h1", title).element("p", subtitle, "class", "quiet").line();
    writeContents(page);
    page.close().open("main").raw(body.toString()).close().line();
    page.open("script").raw("//<![CDATA[\n" + resource("sort.js") + "//]]>").close();
    return page.close().close().line().toString();
  }

  private void writeContents(Markup page) {
    page.open("nav", "aria-label", "Contents");
    contents.forEach((id, heading) -> page.element("a", heading, "href", "#" + id).text(" "));
    page.close();
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
