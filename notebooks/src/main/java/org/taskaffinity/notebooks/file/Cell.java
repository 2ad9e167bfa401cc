package org.taskaffinity.notebooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A cell of a notebook, as the notebook format has it. */
final class Cell {
  private final ObjectNode node;

  Cell(ObjectNode node) {
    this.node = node;
  }

  ObjectNode node() {
    return node;
  }

  /** {@code code}, {@code markdown} or {@code raw}. */
  String kind() {
    return node.path("cell_type").asText();
  }

  boolean code() {
    return kind().equals("code");
  }

  String source() {
    return joined(node.path("source"));
  }

  boolean tagged(String tag) {
    for (JsonNode each : node.path("metadata").path("tags")) {
      if (each.asText().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  ArrayNode outputs() {
    return node.withArray("outputs");
  }

  /** Gives it what the format wants of every cell, its text line by line. */
  void complete() {
    if (!node.path("source").isArray()) {
      String source = source();
      lines(node.putArray("source"), source);
    }
    node.withObject("/metadata");
  }

  /** As if it had never run. */
  void strip() {
    if (code()) {
      node.putNull("execution_count");
      node.putArray("outputs");
      if (node.path("metadata") instanceof ObjectNode metadata) {
        metadata.remove("execution"); // when it ran
      }
    }
  }

  boolean ran() {
    return code() && (!outputs().isEmpty() || node.path("execution_count").isNumber());
  }

  /** A text that is written whole or line by line. */
  static String joined(JsonNode text) {
    if (!text.isArray()) {
      return text.asText();
    }
    StringBuilder out = new StringBuilder();
    text.forEach(line -> out.append(line.asText()));
    return out.toString();
  }

  /** A text line by line, as the format prefers it: a change to one line is then a small one. */
  static ArrayNode lines(ArrayNode to, String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      to.add(text.substring(start, next));
      start = next;
    }
    return to;
  }
}
