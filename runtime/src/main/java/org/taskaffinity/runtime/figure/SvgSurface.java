package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntBinaryOperator;

/** A drawing as SVG, in colours that follow the reader's light or dark setting. */
final class SvgSurface implements Surface {
  private final Markup body = new Markup();
  private final Drawing drawing;
  private final String id;
  private boolean hatchDefined;

  private SvgSurface(Drawing drawing, String id) {
    this.drawing = drawing;
    this.id = id;
  }

  /** A document of its own. */
  static String standalone(Drawing drawing) {
    Markup svg = new Markup();
    SvgSurface surface = new SvgSurface(drawing, "figure");
    surface.open(svg, "http://www.w3.org/2000/svg");
    svg.element("style", Theme.css()).line();
    String top = drawing.top() == 0 ? null : px(drawing.top());
    svg.leaf("rect", "class", "ground", "y", top, "width", "100%", "height", "100%");
    return svg.raw(surface.drawn()).close().line().toString();
  }

  /**
   * An element for a page that holds {@link Theme#css()}.
   *
   * @param id begins every id within it
   */
  static String inline(Drawing drawing, String id) {
    Markup svg = new Markup();
    SvgSurface surface = new SvgSurface(drawing, id);
    surface.open(svg, null);
    return svg.raw(surface.drawn()).close().toString();
  }

  private void open(Markup svg, String namespace) {
    svg.open(
        "svg",
        "xmlns",
        namespace,
        "class",
        "fig",
        "role",
        "img",
        "aria-labelledby",
        id("title") + " " + id("desc"),
        "viewBox",
        "0 " + px(drawing.top()) + " " + px(drawing.width()) + " " + px(drawing.height()),
        "width",
        px(drawing.width()),
        "height",
        px(drawing.height()));
    svg.element("title", drawing.name(), "id", id("title"));
    svg.element("desc", drawing.description(), "id", id("desc")).line();
  }

  private String drawn() {
    drawing.on(this);
    return body.toString();
  }

  private String id(String part) {
    return id + "-" + part;
  }

  @Override
  public void cell(Mark.Cell cell) {
    String opacity = cell.hue().equals("blank") ? null : px(cell.depth());
    body.open("rect", with(cell.place(), "class", cell.hue(), "fill-opacity", opacity));
    end(cell.tooltip());
  }

  @Override
  public void box(Mark.Box box) {
    String[] style = {
      "class", box.classes(), "fill-opacity", opacity(box.opacity()), "stroke-width", "0"
    };
    body.open("rect", with(box.place(), style));
    end(box.tooltip());
  }

  @Override
  public void hatched(Mark.Hatched hatched) {
    body.open("rect", with(hatched.place(), "class", "blank", "style", hatch()));
    end(hatched.tooltip());
  }

  @Override
  public void line(Mark.Line line) {
    body.open(
        "path",
        "class",
        line.classes(),
        "d",
        line.trace().toString(),
        "stroke-dasharray",
        line.dashes().isEmpty() ? null : line.dashes(),
        "style",
        line.width() > 0 ? "stroke-width:" + px(line.width()) : null);
    end(line.tooltip());
  }

  @Override
  public void dot(Mark.Dot dot) {
    body.open(
        "circle",
        "class",
        dot.classes(),
        "fill-opacity",
        opacity(dot.opacity()),
        "r",
        px(dot.radius()),
        "cx",
        px(dot.x()),
        "cy",
        px(dot.y()));
    end(dot.tooltip());
  }

  @Override
  public void label(Mark.Label label) {
    String classes = label.classes().isEmpty() ? null : label.classes();
    String style = label.size() == 0 ? null : "font-size:" + px(label.size()) + "px";
    if (label.turn() == 0) {
      body.open("text", "class", classes, "x", px(label.x()), "y", px(label.y()), "style", style);
    } else {
      String at = "translate(" + px(label.x()) + " " + px(label.y()) + ")";
      String turned = at + "rotate(" + label.turn() + ")";
      body.open("text", "class", classes, "transform", turned, "style", style);
    }
    if (!label.tooltip().isEmpty()) {
      body.element("title", label.tooltip());
    }
    body.text(label.text()).close();
  }

  @Override
  public void ramp(Mark.Ramp ramp) {
    body.open("defs").open("linearGradient", "id", id("ramp"));
    for (Shade.Stop stop : ramp.stops()) {
      String offset = Numbers.shown(stop.offset(), 4);
      String depth = stop.depth() == 1 ? null : px(stop.depth());
      body.leaf("stop", "class", stop.hue(), "offset", offset, "stop-opacity", depth);
    }
    body.close().close().line();
    body.leaf("rect", with(ramp.place(), "fill", "url(#" + id("ramp") + ")"));
  }

  /** One grey image a hue, each the mask of a rectangle in that hue. */
  @Override
  public void pixels(Mark.Pixels pixels) {
    layer(pixels, "blank", "class", "blank");
    layer(pixels, "more", "class", "more");
    if (pixels.shade().diverging()) {
      layer(pixels, "less", "class", "less");
    }
    layer(pixels, "undefined", "class", "plain", "stroke-width", "0");
  }

  private void layer(Mark.Pixels pixels, String hue, String... style) {
    IntBinaryOperator grey =
        (i, j) -> pixels.hue(i, j).equals(hue) ? (int) Math.round(255 * pixels.depth(i, j)) : 0;
    body.open("mask", "id", id(hue), "style", "mask-type:luminance");
    String[] image = {
      "class", "raster", "preserveAspectRatio", "none", "href", png(pixels.matrix().size(), grey)
    };
    body.leaf("image", with(pixels.place(), image)).close();
    body.leaf("rect", with(pixels.place(), join(style, "mask", "url(#" + id(hue) + ")"))).line();
  }

  private static String png(int k, IntBinaryOperator grey) {
    byte[] pixels = new byte[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        pixels[i * k + j] = (byte) grey.applyAsInt(i, j);
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.grey(pixels, k));
  }

  /** The style of an undefined value; its pattern is defined where it is first used. */
  private String hatch() {
    if (!hatchDefined) {
      defineHatch();
      hatchDefined = true;
    }
    return "fill:url(#" + id("hatch") + ")";
  }

  private void defineHatch() {
    body.open("defs")
        .open(
            "pattern",
            "id",
            id("hatch"),
            "width",
            "5",
            "height",
            "5",
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)");
    body.leaf("rect", "class", "blank", "width", "5", "height", "5");
    body.leaf("path", "class", "axis", "d", "M0 0V5");
    body.close().close().line();
  }

  private void end(String tooltip) {
    if (!tooltip.isEmpty()) {
      body.element("title", tooltip);
    }
    body.close().line();
  }

  private static String opacity(double opacity) {
    return opacity == 1 ? null : px(opacity);
  }

  private static String[] with(Mark.Place place, String... style) {
    return join(
        style,
        "x",
        px(place.x()),
        "y",
        px(place.y()),
        "width",
        px(place.width()),
        "height",
        px(place.height()));
  }

  private static String[] join(String[] first, String... second) {
    String[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
