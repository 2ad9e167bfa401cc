package org.taskaffinity.notebooks.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.taskaffinity.notebooks.cell.CellFailure;
import org.taskaffinity.notebooks.cell.Outputs;
import org.taskaffinity.notebooks.show.MimeBundle;

/** The outputs of one cell as the notebook format keeps them. */
final class RecordedOutputs implements Outputs {
  private final Cell cell;
  private final int count;
  private final Map<String, ObjectNode> updatable = new HashMap<>();
  private StringBuilder printed = new StringBuilder();

  RecordedOutputs(Cell cell, int count) {
    this.cell = cell;
    this.count = count;
  }

  @Override
  public synchronized void print(Stream stream, String text) {
    ArrayNode outputs = cell.outputs();
    ObjectNode last = outputs.isEmpty() ? null : (ObjectNode) outputs.get(outputs.size() - 1);
    boolean goesOn = last != null && last.path("name").asText().equals(stream.word());
    if (!goesOn) {
      last = outputs.addObject().put("name", stream.word()).put("output_type", "stream");
      printed = new StringBuilder();
    }
    printed.append(text);
    Cell.lines(last.putArray("text"), printed.toString());
  }

  @Override
  public synchronized void display(MimeBundle bundle, String id) {
    ObjectNode output = cell.outputs().addObject();
    fill(output, bundle).put("output_type", "display_data");
    if (!id.isEmpty()) {
      updatable.put(id, output);
    }
  }

  @Override
  public synchronized void update(MimeBundle bundle, String id) {
    ObjectNode output = updatable.get(id);
    if (output != null) {
      fill(output, bundle);
    }
  }

  @Override
  public synchronized void result(MimeBundle bundle) {
    fill(cell.outputs().addObject(), bundle)
        .put("execution_count", count)
        .put("output_type", "execute_result");
  }

  @Override
  public synchronized void error(CellFailure failure) {
    ObjectNode output = cell.outputs().addObject();
    output.put("ename", failure.name()).put("evalue", failure.message());
    output.put("output_type", "error");
    failure.traceback().forEach(output.putArray("traceback")::add);
  }

  private static ObjectNode fill(ObjectNode output, MimeBundle bundle) {
    ObjectNode data = output.putObject("data");
    bundle.data().forEach((type, text) -> Cell.lines(data.putArray(type), text));
    if (!output.has("metadata")) {
      output.putObject("metadata");
    }
    return output;
  }
}
