package org.taskaffinity.notebooks.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.RunException;

/** What a file must be to be read as a notebook, each point with a sentence of its own. */
final class NotebookFormat {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> JAVA = Set.of("java", "jshell", "ijava", "jjava");

  private NotebookFormat() {}

  /**
   * A notebook's tree.
   *
   * @throws RunException if the text is no notebook of format 4
   */
  static ObjectNode checked(String name, String text) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (json.isBlank()) {
      throw refused(name, "the file is empty");
    }
    if (json.lines().anyMatch(line -> line.startsWith("<<<<<<< "))) {
      throw refused(name, "it holds a merge conflict, marked <<<<<<<. Resolve it first");
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
      throw new RunException(
          name + " is no notebook: it is not JSON. " + e.getOriginalMessage() + line + ".", e);
    }
    if (!(tree instanceof ObjectNode object)) {
      throw refused(name, "it holds " + kind(tree) + ", and a notebook is a JSON object");
    }
    requireFormat(name, object);
    requireParts(name, object);
    return object;
  }

  private static void requireFormat(String name, ObjectNode tree) {
    JsonNode format = tree.path("nbformat");
    boolean worksheets = tree.has("worksheets") && !tree.has("cells");
    if (worksheets || format.isNumber() && format.asInt() != Notebook.FORMAT) {
      throw new RunException(
          name
              + " is a notebook of format "
              + (format.isNumber() ? format.asText() : "3")
              + "; known is 4.\n  convert it: jupyter nbconvert --to notebook --nbformat 4 "
              + name);
    }
    if (!tree.path("cells").isArray()) {
      throw refused(
          name,
          tree.has("cells")
              ? "\"cells\" is " + kind(tree.path("cells")) + ", and should be a list"
              : "it has no list of cells");
    }
    if (!format.isNumber()) {
      throw refused(name, "\"nbformat\" is missing. Write \"nbformat\": 4");
    }
  }

  private static void requireParts(String name, ObjectNode tree) {
    require(name, "", tree, "metadata", ObjectNode.class);
    int number = 0;
    for (JsonNode cell : tree.path("cells")) {
      String where = "cell " + ++number;
      if (!(cell instanceof ObjectNode object)) {
        throw refused(name, where + " is " + kind(cell) + ", and should be an object");
      }
      require(name, where + ": ", object, "metadata", ObjectNode.class);
      require(name, where + ": ", object, "outputs", ArrayNode.class);
      requireText(name, where + ": ", object);
    }
  }

  private static void require(
      String name, String where, ObjectNode in, String key, Class<? extends JsonNode> type) {
    JsonNode found = in.path(key);
    if (found.isNull()) {
      in.remove(key); // as if it were not there, and then given
    } else if (!found.isMissingNode() && !type.isInstance(found)) {
      String wanted = type == ObjectNode.class ? "an object" : "a list";
      throw refused(
          name, where + "\"" + key + "\" is " + kind(found) + ", and should be " + wanted);
    }
  }

  private static void requireText(String name, String where, ObjectNode cell) {
    JsonNode source = cell.path("source");
    boolean lines = source.isArray();
    for (JsonNode line : source) {
      lines &= line.isTextual();
    }
    if (source.isNull()) {
      cell.put("source", "");
    } else if (!source.isMissingNode() && !source.isTextual() && !lines) {
      throw refused(
          name,
          where
              + "\"source\" is "
              + (source.isArray() ? "a list of other things than text" : kind(source))
              + ", and should be text or a list of lines");
    }
  }

  /** Refuses a notebook that says of itself that its cells are of another language than Java. */
  static void requireJava(String name, ObjectNode tree) {
    JsonNode metadata = tree.path("metadata");
    JsonNode kernel = metadata.path("kernelspec");
    Optional<String> language =
        Stream.of(
                kernel.path("language").asText(""),
                metadata.path("language_info").path("name").asText(""),
                ofKernel(kernel.path("name").asText("")))
            .filter(each -> !each.isBlank())
            .findFirst();
    if (language.isPresent() && !JAVA.contains(language.get().toLowerCase(Locale.ROOT))) {
      String shown = kernel.path("display_name").asText(kernel.path("name").asText(""));
      throw new DescriptionException(
          name
              + " is a notebook of "
              + (shown.isBlank() ? language.get() : shown)
              + ", and its cells are "
              + language.get()
              + "; here they are Java.\n  run it with: jupyter nbconvert --to notebook --execute "
              + name
              + "\n  or, where its cells are Java, choose the kernel "
              + Notebook.KERNEL_TITLE
              + " in Jupyter");
    }
  }

  /** The language of kernels that are known by their name alone. */
  private static String ofKernel(String kernel) {
    String name = kernel.toLowerCase(Locale.ROOT);
    return name.startsWith("python") || name.equals("ir") || name.startsWith("julia")
        ? name.startsWith("ir") ? "R" : name.replaceFirst("[^a-z].*", "")
        : "";
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> node.asText();
      default -> "null";
    };
  }

  private static RunException refused(String name, String why) {
    return new RunException(name + " is no notebook: " + why + ".");
  }
}
