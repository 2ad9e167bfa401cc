package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

/**
 * A drawn figure, to stand alone or within a page.
 *
 * @param id begins every id within it
 * @param title what stands above it
 * @param description what it shows, for those who cannot see it
 * @param width in user units, about a pixel each
 * @param height in user units
 * @param body its elements
 */
record Drawing(
    String id, String title, String description, double width, double height, String body) {

  String standalone() {
    Markup svg = new Markup();
    open(svg, "http://www.w3.org/2000/svg");
    svg.element("style", Theme.css()).line();
    svg.leaf("rect", "class", "ground", "width", "100%", "height", "100%");
    return svg.raw(body).close().line().toString();
  }

  String inline() {
    Markup svg = new Markup();
    open(svg, null);
    return svg.raw(body).close().toString();
  }

  private void open(Markup svg, String namespace) {
    String named = id + "-title " + id + "-desc";
    svg.open(
        "svg",
        "xmlns",
        namespace,
        "class",
        "fig",
        "role",
        "img",
        "aria-labelledby",
        named,
        "viewBox",
        "0 0 " + px(width) + " " + px(height),
        "width",
        px(width),
        "height",
        px(height));
    svg.element("title", title, "id", id + "-title");
    svg.element("desc", description, "id", id + "-desc").line();
  }
}
