package org.taskaffinity.notebooks.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.scripts.file.WholeFile;

/**
 * A notebook in the format of Jupyter, version 4. What this project does not know of it stays as it
 * is; one of a version before 4.5 becomes 4.5, its cells given ids.
 */
public final class Notebook {
  /** What notebooks call the kernel of this project. */
  public static final String KERNEL = "taskaffinity";

  /** What people call it. */
  public static final String KERNEL_TITLE = "Task Affinity (Java)";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  static final int FORMAT = 4;
  private static final int MINOR = 5;

  private final ObjectNode tree;

  private Notebook(ObjectNode tree) {
    this.tree = tree;
  }

  /**
   * Reads a file.
   *
   * @throws RunException if it is not there, or is no notebook
   */
  public static Notebook read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new RunException("There is no notebook " + file + ".", e);
    } catch (IOException e) {
      throw new RunException("Cannot read the notebook " + file + ": " + e, e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name what messages call it
   * @throws RunException if it is no notebook
   */
  public static Notebook parse(String name, String text) {
    ObjectNode object = NotebookFormat.checked(name, text);
    Notebook notebook = new Notebook(object);
    notebook.giveIds();
    notebook.cells().forEach(Cell::complete);
    return notebook;
  }

  /** One without cells, for the kernel of this project. */
  static Notebook empty() {
    ObjectNode tree = MAPPER.createObjectNode();
    tree.putArray("cells");
    tree.set("metadata", usualMetadata());
    tree.put("nbformat", FORMAT).put("nbformat_minor", MINOR);
    return new Notebook(tree);
  }

  /** What a notebook for the kernel of this project says of itself. */
  static ObjectNode usualMetadata() {
    ObjectNode metadata = MAPPER.createObjectNode();
    metadata
        .putObject("kernelspec")
        .put("display_name", KERNEL_TITLE)
        .put("language", "java")
        .put("name", KERNEL);
    metadata
        .putObject("language_info")
        .put("codemirror_mode", "text/x-java")
        .put("file_extension", ".jsh")
        .put("mimetype", "text/x-java-source")
        .put("name", "java")
        .put("pygments_lexer", "java");
    return metadata;
  }

  private void giveIds() {
    Set<String> taken = new HashSet<>();
    cells().forEach(cell -> taken.add(cell.node().path("id").asText("")));
    int number = 0;
    for (Cell cell : cells()) {
      number++;
      if (!cell.node().hasNonNull("id")) {
        String id = "cell-" + number;
        while (!taken.add(id)) {
          id += "-more";
        }
        cell.node().put("id", id);
      }
    }
    tree.put("nbformat_minor", Math.max(MINOR, tree.path("nbformat_minor").asInt()));
  }

  ObjectNode tree() {
    return tree;
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (JsonNode each : tree.path("cells")) {
      cells.add(new Cell((ObjectNode) each));
    }
    return cells;
  }

  /**
   * Refuses a notebook whose cells are of another language.
   *
   * @param name what messages call it
   * @throws DescriptionException if it says that they are
   */
  public Notebook java(String name) {
    NotebookFormat.requireJava(name, tree);
    return this;
  }

  /** The code of all cells, one below the other. */
  public String code() {
    StringBuilder out = new StringBuilder();
    cells().stream().filter(Cell::code).forEach(c -> out.append(c.source()).append('\n'));
    return out.toString();
  }

  /** Whether a cell has an output, or says that it ran. */
  public boolean ran() {
    return cells().stream().anyMatch(Cell::ran);
  }

  /** The same as if it had never run. */
  public Notebook stripped() {
    Notebook copy = copy();
    copy.cells().forEach(Cell::strip);
    return copy;
  }

  Notebook copy() {
    return new Notebook(tree.deepCopy());
  }

  /** The file's text: indented by one, as Jupyter writes it. */
  public String text() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain nodes always prints", e);
    }
  }

  public void write(Path file) {
    WholeFile.write(file, text());
  }

  /** Equal in all that the format holds, whatever the order of keys. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Notebook notebook && tree.equals(notebook.tree);
  }

  @Override
  public int hashCode() {
    return tree.hashCode();
  }
}
