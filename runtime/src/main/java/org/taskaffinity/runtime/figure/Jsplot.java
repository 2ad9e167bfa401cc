package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Traces made by tablesaw-jsplot and read back as JSON. It writes JavaScript, numbers of a scatter
 * as words, and names that a line break would end; as JSON they take what it lacks, and any name.
 */
final class Jsplot {
  private static final JsonMapper JAVASCRIPT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private Jsplot() {}

  /** A matrix as colours; row i of the values belongs to y_i. */
  static ObjectNode heatMap(List<String> x, List<String> y, double[][] values) {
    return read(HeatmapTrace.builder(x.toArray(), y.toArray(), values).build());
  }

  /** Dots, lines, or both. */
  static ObjectNode scatter(ScatterTrace.Mode mode, double[] x, double[] y) {
    return read(ScatterTrace.builder(x, y).mode(mode).build());
  }

  /** Bars with a label each. */
  static ObjectNode bars(List<String> labels, double[] values) {
    return read(BarTrace.builder(labels.toArray(), values).build());
  }

  private static ObjectNode read(Trace trace) {
    String script = trace.asJavascript(0);
    String object = script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1);
    try {
      ObjectNode read = (ObjectNode) JAVASCRIPT.readTree(object);
      read.remove("name");
      boolean words = read.path("type").asText().equals("scatter");
      for (String numbers : words ? List.of("x", "y") : List.of("y", "z")) {
        if (read.path(numbers).isArray()) {
          read.set(numbers, defined(read.get(numbers), words));
        }
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsplot wrote what is no object: " + object, e);
    }
  }

  /** JSON has no NaN: an undefined number is null there. */
  private static ArrayNode defined(JsonNode values, boolean words) {
    ArrayNode defined = JAVASCRIPT.createArrayNode();
    for (JsonNode value : values) {
      if (value.isArray()) {
        defined.add(defined(value, words));
      } else if (words && value.isTextual() || value.isNumber()) {
        number(defined, words ? Double.parseDouble(value.asText()) : value.doubleValue());
      } else {
        defined.add(value);
      }
    }
    return defined;
  }

  static void number(ArrayNode array, double value) {
    if (Double.isFinite(value)) {
      array.add(value);
    } else {
      array.addNull();
    }
  }

  /** The numbers as JSON has them. */
  static ArrayNode numbers(double... values) {
    ArrayNode array = JAVASCRIPT.createArrayNode();
    Arrays.stream(values).forEach(value -> number(array, value));
    return array;
  }

  static ObjectNode object() {
    return JAVASCRIPT.createObjectNode();
  }
}
