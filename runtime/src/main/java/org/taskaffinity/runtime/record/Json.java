package org.taskaffinity.runtime.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.Bounds;

/** Values as JSON, indented; NaN is null, both ways. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build()
          .registerModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Undefined.Writer())
                  .addSerializer(double.class, new Undefined.Writer())
                  .addDeserializer(Double.class, new Undefined.Reader())
                  .addDeserializer(double.class, new Undefined.Reader()))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private Json() {}

  /** The value as text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON.", e);
    }
  }

  /** The value as a tree that can be added to. */
  static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * The value in a file.
   *
   * @throws RunException if it cannot be read
   */
  public static <T> T read(Path file, Class<T> type) {
    return read(file, type, Bounds.heap());
  }

  /**
   * The value in a file of at most so many bytes.
   *
   * @throws RunException if it cannot be read, or is longer
   */
  static <T> T read(Path file, Class<T> type, long most) {
    try {
      T value = MAPPER.readValue(text(file, most), type);
      if (value == null) {
        throw new RunException("Cannot read " + file + ": it holds nothing");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new RunException("Cannot read " + file + ": " + why(e), e);
    }
  }

  /** The text of a file, its faults in the words of {@link #read}. */
  static String text(Path file, long most) {
    try {
      return Bounds.text(file, most);
    } catch (NoSuchFileException e) {
      throw new RunException("Cannot read " + file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new RunException("Cannot read " + file + ": it is no text in UTF-8", e);
    } catch (IOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** What is wrong, in words that name no class of Java. */
  private static String why(JsonProcessingException e) {
    if (e.getCause() instanceof StreamReadException torn) {
      return why(torn);
    }
    if (!(e instanceof JsonMappingException mapping)) {
      return e.getOriginalMessage().replaceAll(" \\(start marker.*", "");
    }
    if (e.getOriginalMessage().startsWith("Trailing token")) {
      return "more follows after its end";
    }
    String at = at(mapping.getPath());
    if (at.isEmpty()) {
      return "it does not hold what it should";
    }
    boolean missing =
        e.getOriginalMessage().contains("missing")
            || e.getOriginalMessage().contains("Cannot map `null`");
    return missing ? "it lacks " + at : "its " + at + " is not of the kind that belongs there";
  }

  private static String at(List<JsonMappingException.Reference> path) {
    StringBuilder out = new StringBuilder();
    for (JsonMappingException.Reference each : path) {
      out.append(
          each.getFieldName() == null
              ? "[" + each.getIndex() + "]"
              : (out.isEmpty() ? "" : ".") + each.getFieldName());
    }
    return out.isEmpty() ? "" : '"' + out.toString() + '"';
  }

  /** NaN and null, the two ways of saying that there is no number. */
  private static final class Undefined {
    private static final class Writer extends StdScalarSerializer<Double> {
      Writer() {
        super(Double.class);
      }

      @Override
      public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        if (value.isNaN() || value.isInfinite()) {
          out.writeNull();
        } else {
          out.writeNumber(value);
        }
      }
    }

    private static final class Reader extends StdScalarDeserializer<Double> {
      Reader() {
        super(Double.class);
      }

      @Override
      public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.currentToken().isNumeric()) {
          return (Double) context.handleUnexpectedToken(Double.class, in);
        }
        return in.getDoubleValue();
      }

      @Override
      public Double getNullValue(DeserializationContext context) {
        return Double.NaN;
      }

      /** A number that is missing altogether is not the same as an undefined one. */
      @Override
      public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return context.reportInputMismatch(this, "a number is missing");
      }
    }
  }
}
