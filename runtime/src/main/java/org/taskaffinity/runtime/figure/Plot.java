package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** A figure for Plotly: its traces, and a layout that tablesaw-jsplot has no words for. */
final class Plot {
  /** Titles longer than so many characters go on in the next line, for narrow screens. */
  private static final int LINE = 44;

  private final ObjectNode layout = Jsplot.object();
  private final ArrayNode traces = layout.arrayNode();

  Plot(String title) {
    this(title, 0, 0);
  }

  /**
   * @param above height of what stands between the title and the plot, in pixels
   * @param lifted how much of it Plotly lifts the title by itself
   */
  Plot(String title, int above, int lifted) {
    String text = broken(title);
    int lines = lines(text);
    ObjectNode heading = layout.putObject("title").put("text", text);
    heading.put("x", 0.01).put("xanchor", "left");
    heading.put("y", 1).put("yanchor", "bottom").put("yref", "paper");
    heading.putObject("pad").put("b", 14 + above - lifted + 20 * (lines - 1));
    heading.putObject("font").put("size", 16);
    layout.put("paper_bgcolor", Colours.named("ground"));
    layout.put("plot_bgcolor", Colours.named("ground"));
    layout
        .putObject("font")
        .put("family", "system-ui, 'Liberation Sans', sans-serif")
        .put("size", 13)
        .put("color", Colours.named("ink"));
    int top = 36 + above + 20 * lines;
    layout.putObject("margin").put("l", 56).put("r", 16).put("t", top).put("b", 48);
    layout.putObject("meta").put("most", 760);
    layout.put("height", 420).put("hovermode", "closest").put("showlegend", false);
    layout.putObject("modebar").put("bgcolor", Colours.named("ground", 0));
  }

  /** A text in lines, for narrow screens. */
  static String broken(String title) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : title.split(" ")) {
      boolean ends = length > 0 && length + word.length() > LINE;
      lines.append(ends ? "<br>" : length > 0 ? " " : "").append(Colours.words(word));
      length = ends ? word.length() : length + 1 + word.length();
    }
    return lines.toString();
  }

  /** Lines of a broken text; none of an empty one. */
  static int lines(String broken) {
    return broken.isEmpty() ? 0 : broken.split("<br>").length;
  }

  ObjectNode layout() {
    return layout;
  }

  ObjectNode add(ObjectNode trace) {
    traces.add(trace);
    return trace;
  }

  /** An axis with its title; {@code name} is xaxis, yaxis2 or the like. */
  ObjectNode axis(String name, String title) {
    ObjectNode axis = layout.putObject(name);
    ObjectNode heading = axis.putObject("title").put("text", Colours.words(title));
    heading.put("standoff", 10);
    axis.put("gridcolor", Colours.named("rule")).put("zerolinecolor", Colours.named("quiet"));
    axis.put("linecolor", Colours.named("quiet")).put("zeroline", false);
    return axis.put("automargin", true);
  }

  /** A legend below the plot. */
  void legend() {
    layout.put("showlegend", true);
    ObjectNode legend = layout.putObject("legend");
    legend.put("orientation", "h").put("x", 0).put("y", -0.24).put("yanchor", "top");
  }

  static ObjectNode named(ObjectNode trace, String name) {
    return trace.put("name", Colours.words(name));
  }

  /** What is shown when a mark is pointed at, one text a mark. */
  static ObjectNode hover(ObjectNode trace, Collection<String> texts) {
    ArrayNode said = trace.putArray("customdata");
    texts.forEach(text -> said.add(Colours.words(text)));
    return trace.put("hovertemplate", "%{customdata}<extra></extra>");
  }

  static List<String> words(Collection<String> texts) {
    return texts.stream().map(Colours::words).toList();
  }

  /** The whole, its colours by name. */
  ObjectNode json() {
    ObjectNode json = Jsplot.object();
    json.set("data", traces);
    json.set("layout", layout);
    return json;
  }
}
