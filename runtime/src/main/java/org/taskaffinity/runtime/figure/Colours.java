package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Colours of interactive figures by their names, for a page decides between light and dark only
 * when it is read. A name is marked by a character that {@link #words} keeps out of all other text.
 */
final class Colours {
  private static final String MARK = "\ue000";

  private Colours() {}

  /** A colour of the theme: {@code ground}, {@code ink}, {@code s0}. */
  static String named(String name) {
    return MARK + name;
  }

  /** The same, seen through. */
  static String named(String name, double opacity) {
    return MARK + name + " " + Numbers.px(opacity);
  }

  /** So much of a colour over the ground. */
  static String shade(String name, double depth) {
    return depth == 0 ? named("ground") : depth == 1 ? named(name) : named(name + " ~" + depth);
  }

  /** Black or white, whichever can be read on a shade in each theme. */
  static String valueOn(String hue, double depth) {
    boolean light = Theme.LIGHT.whiteOn(hue, depth);
    boolean dark = Theme.DARK.whiteOn(hue, depth);
    return named(light == dark ? light ? "white" : "black" : light ? "inverse" : "value");
  }

  /** The colour of the i-th line, bar or group. */
  static String series(int i) {
    return named(seriesName(i));
  }

  static String seriesName(int i) {
    return "s" + i % Theme.LIGHT.series().size();
  }

  /** Text that Plotly shows as it is, neither as its markup nor as the name of a colour. */
  static String words(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(c -> c != MARK.charAt(0))
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What the names stand for in a theme. */
  static Map<String, String> of(Theme theme) {
    Map<String, String> colours = new LinkedHashMap<>();
    colours.put("ground", theme.ground());
    colours.put("ink", theme.ink());
    colours.put("quiet", theme.quiet());
    colours.put("rule", theme.rule());
    colours.put("blank", theme.blank());
    colours.put("more", theme.more());
    colours.put("less", theme.less());
    colours.put("white", "#ffffff");
    colours.put("black", "#000000");
    colours.put("value", theme == Theme.DARK ? "#ffffff" : "#000000");
    colours.put("inverse", theme == Theme.DARK ? "#000000" : "#ffffff");
    for (int i = 0; i < theme.series().size(); i++) {
      colours.put(seriesName(i), theme.series().get(i));
    }
    return colours;
  }

  /** The same JSON with every name as its colour in a theme. */
  static JsonNode resolved(JsonNode node, Theme theme) {
    if (node.isObject()) {
      ObjectNode resolved = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(f -> resolved.set(f.getKey(), resolved(f.getValue(), theme)));
      return resolved;
    }
    if (node.isArray()) {
      ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> resolved.add(resolved(each, theme)));
      return resolved;
    }
    boolean marked = node.isTextual() && node.textValue().startsWith(MARK);
    return marked ? TextNode.valueOf(colour(node.textValue().substring(1), theme)) : node;
  }

  private static String colour(String name, Theme theme) {
    String[] parts = name.split(" ");
    String colour = of(theme).get(parts[0]);
    if (parts.length == 1) {
      return colour;
    }
    if (parts[1].startsWith("~")) {
      double depth = Double.parseDouble(parts[1].substring(1));
      double[] mixed = Contrast.mixed(theme.ground(), colour, depth);
      return String.format(
          Locale.ROOT,
          "#%02x%02x%02x",
          Math.round(mixed[0]),
          Math.round(mixed[1]),
          Math.round(mixed[2]));
    }
    return colour
        + String.format(Locale.ROOT, "%02x", Math.round(255 * Double.parseDouble(parts[1])));
  }
}
