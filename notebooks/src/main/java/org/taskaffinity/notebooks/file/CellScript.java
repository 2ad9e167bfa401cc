package org.taskaffinity.notebooks.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.DescriptionException;

/**
 * A notebook as a script that runs, and back, with nothing lost but outputs. A line {@code // %%}
 * begins a cell, as many editors know it:
 *
 * <pre>
 *   // %% [markdown]
 *   // # A heading
 *
 *   // %%
 *   var look = experiment("first look", planted())
 * </pre>
 *
 * <p>What a cell has beside its text follows its mark as JSON. Text before the first mark is a cell
 * of code. A line of text that would itself be a mark has a backslash before its percent signs.
 */
public final class CellScript {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern MARK =
      Pattern.compile("// %%(?: \\[(markdown|raw|notebook)])?(?: (\\{.*}))?\\s*");
  private static final Pattern BACKSLASHES = Pattern.compile("// (\\\\*)(?=%%)");

  /** What a cell is called whose text stands before the first mark. */
  private static final String FIRST = "start";

  /** The key under which metadata keeps how a script was written where that is unusual. */
  private static final String OURS = "affinity";

  private CellScript() {}

  /** The script. Outputs are left out. */
  public static String of(Notebook notebook) {
    ObjectNode rest = notebook.tree().deepCopy();
    rest.remove(List.of("cells", "nbformat", "nbformat_minor"));
    ObjectNode metadata = rest.withObject("/metadata");
    boolean crlf = metadata.path(OURS).path("newline").asText().equals("crlf");
    metadata.remove(OURS);
    boolean usual = metadata.equals(Notebook.usualMetadata()) && rest.size() == 1;
    StringBuilder out = new StringBuilder();
    if (!usual) {
      out.append("// %% [notebook] ").append(rest).append("\n\n");
    }
    List<Cell> cells = notebook.cells();
    for (int i = 0; i < cells.size(); i++) {
      append(out, cells.get(i), i, usual, i == cells.size() - 1);
    }
    return crlf ? out.toString().replace("\n", "\r\n") : out.toString();
  }

  private static void append(StringBuilder out, Cell cell, int index, boolean usual, boolean last) {
    ObjectNode extra = cell.node().deepCopy();
    extra.remove(List.of("cell_type", "source", "outputs", "execution_count"));
    String id = extra.path("id").asText();
    String end = last ? "\n" : "\n\n";
    if (extra.path("metadata") instanceof ObjectNode metadata) {
      if (metadata.path(OURS).has("end")) {
        end = metadata.path(OURS).path("end").asText();
        metadata.remove(OURS);
      }
      if (metadata.isEmpty()) {
        extra.remove("metadata");
      }
    }
    boolean unmarked = index == 0 && usual && cell.code() && id.equals(FIRST) && extra.size() == 1;
    if (id.equals("cell-" + (index + 1))) {
      extra.remove("id");
    }
    if (!unmarked) {
      out.append("// %%");
      out.append(cell.code() ? "" : " [" + cell.kind() + "]");
      out.append(extra.isEmpty() ? "" : " " + extra).append('\n');
    }
    String source = cell.source();
    out.append(escaped(cell.code() ? source : commented(source))).append(end);
  }

  private static String commented(String text) {
    return text.isEmpty() ? "" : eachLine(text, line -> line.isEmpty() ? "//" : "// " + line);
  }

  private static String escaped(String text) {
    return eachLine(text, line -> likeAMark(line) ? "// \\" + line.substring(3) : line);
  }

  private static String unescaped(String text) {
    return eachLine(
        text,
        line -> likeAMark(line) && line.startsWith("// \\") ? "// " + line.substring(4) : line);
  }

  /** Whether a line would be a mark but for backslashes. */
  private static boolean likeAMark(String line) {
    return line.startsWith("// ")
        && MARK.matcher(BACKSLASHES.matcher(line).replaceFirst("// ")).matches();
  }

  private static String eachLine(String text, UnaryOperator<String> change) {
    return Arrays.stream(text.split("\n", -1)).map(change).collect(Collectors.joining("\n"));
  }

  /** A cell of a script: its mark, if it has one, and the text below. */
  private record Part(int line, Matcher mark, String text) {}

  /**
   * The notebook.
   *
   * @param name what messages call the script
   * @throws DescriptionException if a cell of text holds something other than comments
   */
  public static Notebook notebook(String name, String script) {
    boolean crlf = script.contains("\r\n") && !script.replace("\r\n", "").contains("\n");
    String text = crlf ? script.replace("\r\n", "\n") : script;
    Notebook notebook = Notebook.empty();
    if (crlf) {
      ((ObjectNode) notebook.tree().path("metadata")).putObject(OURS).put("newline", "crlf");
    }
    List<Part> parts = parts(text);
    for (int i = 0; i < parts.size(); i++) {
      add(notebook, name, parts.get(i), i == parts.size() - 1);
    }
    return notebook;
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher mark = null;
    int begun = 1;
    StringBuilder body = new StringBuilder();
    int number = 0;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      String line = text.substring(at, end < 0 ? next : end);
      number++;
      Matcher matcher = MARK.matcher(line);
      if (matcher.matches()) {
        if (mark != null || body.length() > 0) {
          parts.add(new Part(begun, mark, body.toString()));
        }
        mark = matcher;
        begun = number;
        body.setLength(0);
      } else {
        body.append(text, at, next);
      }
      at = next;
    }
    if (mark != null || body.length() > 0) {
      parts.add(new Part(begun, mark, body.toString()));
    }
    return parts;
  }

  private static void add(Notebook notebook, String name, Part part, boolean last) {
    String kind = part.mark() == null ? null : part.mark().group(1);
    ObjectNode extra = extra(name, part);
    if ("notebook".equals(kind)) {
      notebook.tree().setAll(extra);
      return;
    }
    int number = notebook.cells().size() + 1;
    ObjectNode node = notebook.tree().withArray("cells").addObject();
    node.put("cell_type", kind == null ? "code" : kind);
    node.put("id", part.mark() == null ? FIRST : "cell-" + number);
    node.putObject("metadata");
    node.setAll(extra);
    String usual = last ? "\n" : "\n\n";
    String body = part.text();
    String end = body.endsWith(usual) ? usual : body.endsWith("\n") && !last ? "\n" : "";
    if (!end.equals(usual)) {
      ((ObjectNode) node.path("metadata")).putObject(OURS).put("end", end);
    }
    String source = unescaped(body.substring(0, body.length() - end.length()));
    Cell.lines(node.putArray("source"), kind == null ? source : uncommented(name, part, source));
    if (kind == null) {
      node.putNull("execution_count");
      node.putArray("outputs");
    }
    sortKeys(node);
  }

  /** As Jupyter itself orders them, so that it changes nothing when it saves. */
  private static void sortKeys(ObjectNode node) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.fieldNames().forEachRemaining(key -> sorted.put(key, node.get(key)));
    node.removeAll();
    node.setAll(sorted);
  }

  private static ObjectNode extra(String name, Part part) {
    String json = part.mark() == null ? null : part.mark().group(2);
    if (json == null) {
      return MAPPER.createObjectNode();
    }
    try {
      JsonNode read = MAPPER.readTree(json);
      return (ObjectNode) read;
    } catch (JsonProcessingException e) {
      throw new DescriptionException(
          name
              + ":"
              + part.line()
              + ": what follows the cell's mark is no JSON: "
              + e.getOriginalMessage());
    }
  }

  private static String uncommented(String name, Part part, String source) {
    List<String> lines = new ArrayList<>();
    int number = part.line();
    for (String line : source.isEmpty() ? List.<String>of() : List.of(source.split("\n", -1))) {
      number++;
      if (!line.equals("//") && !line.startsWith("// ")) {
        throw new DescriptionException(
            name
                + ":"
                + number
                + ": a cell of text holds comments only, and this line is none.\n  "
                + line
                + "\n  write // %% before code");
      }
      lines.add(line.equals("//") ? "" : line.substring(3));
    }
    return String.join("\n", lines);
  }
}
