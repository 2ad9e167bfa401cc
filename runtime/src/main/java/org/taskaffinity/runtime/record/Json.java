package org.taskaffinity.runtime.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.taskaffinity.dsl.RunException;

/** Values as JSON, indented; NaN is null, both ways. */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Undefined.Writer())
                  .addSerializer(double.class, new Undefined.Writer())
                  .addDeserializer(Double.class, new Undefined.Reader())
                  .addDeserializer(double.class, new Undefined.Reader()))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Json() {}

  /** The value as text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON.", e);
    }
  }

  /**
   * The value in a file.
   *
   * @throws RunException if it cannot be read
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      T value = MAPPER.readValue(Files.readString(file), type);
      if (value == null) {
        throw new RunException("Cannot read " + file + ": it holds nothing");
      }
      return value;
    } catch (NoSuchFileException e) {
      throw new RunException("Cannot read " + file + ": there is no such file", e);
    } catch (JsonProcessingException e) {
      String why = e.getOriginalMessage().replaceAll(" \\(start marker.*", "");
      throw new RunException("Cannot read " + file + ": " + why, e);
    } catch (IOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
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
        return in.getDoubleValue();
      }

      @Override
      public Double getNullValue(DeserializationContext context) {
        return Double.NaN;
      }
    }
  }
}
