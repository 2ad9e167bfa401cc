package org.taskaffinity.scripts.shell;

import java.lang.reflect.Array;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;

/**
 * A type whose values can be typed on the command line: numbers, texts, paths, constants and
 * statements of the language, and lists of those.
 *
 * @param type of one value
 * @param shape one or many
 */
public record Setting(Class<?> type, Shape shape) {
  private static final Map<String, Class<?>> PLAIN =
      Map.ofEntries(
          Map.entry("int", int.class),
          Map.entry("Int", int.class),
          Map.entry("Integer", int.class),
          Map.entry("long", long.class),
          Map.entry("Long", long.class),
          Map.entry("double", double.class),
          Map.entry("Double", double.class),
          Map.entry("boolean", boolean.class),
          Map.entry("Boolean", boolean.class),
          Map.entry("String", String.class),
          Map.entry("Path", Path.class));

  private static final Pattern MANY =
      Pattern.compile(
          "(?:(?:Mutable)?List|Array)<(?:out |\\? extends )?(.+)>|(.+)\\[]|(Int|Long|Double|Boolean)Array");

  /** One value or many. */
  public enum Shape {
    /** A value. */
    ONE,
    /** A list of values, separated by commas. */
    LIST,
    /** The same as an array. */
    ARRAY
  }

  /** A type as a compiler or a script writes it; empty for one that cannot be typed. */
  public static Optional<Setting> of(String written) {
    String name =
        written.replaceAll(
            "\\b(?:java\\.(?:lang|util|nio\\.file)|org\\.taskaffinity\\.dsl)\\.", "");
    Matcher many = MANY.matcher(name.replace('$', '.'));
    if (!many.matches()) {
      return one(name).map(type -> new Setting(type, Shape.ONE));
    }
    Shape shape = many.group(1) != null && !name.startsWith("Array") ? Shape.LIST : Shape.ARRAY;
    String each =
        many.group(1) != null
            ? many.group(1)
            : many.group(2) != null ? many.group(2) : many.group(3);
    return one(each).map(type -> new Setting(type, shape));
  }

  private static Optional<Class<?>> one(String name) {
    Class<?> plain = PLAIN.get(name);
    if (plain != null) {
      return Optional.of(plain);
    }
    try {
      return Optional.of(Class.forName("org.taskaffinity.dsl." + name.replace('.', '$')));
    } catch (ClassNotFoundException | LinkageError e) { // the latter where only the case is wrong
      return Optional.empty();
    }
  }

  /** A statement's value, for types of the language. */
  public interface Said extends Function<String, Object> {}

  /**
   * The value that was typed.
   *
   * @throws DescriptionException if it is none of this type
   */
  public Object value(String name, String typed, Said said) {
    try {
      if (shape == Shape.ONE) {
        return single(typed, said);
      }
      List<Object> all = new ArrayList<>();
      for (String each : parts(typed)) {
        all.add(single(each, said));
      }
      return shape == Shape.LIST ? List.copyOf(all) : array(all);
    } catch (DescriptionException e) {
      throw new DescriptionException("--set " + name + "=" + typed + ": " + e.getMessage());
    }
  }

  /** What is said of a variable of any other type. */
  public static DescriptionException untypable(String name, String typed, String type) {
    return new DescriptionException(
        "--set " + name + "=" + typed + ": values of type " + type + " cannot be typed.");
  }

  private Object array(List<Object> all) {
    Object array = Array.newInstance(type, all.size());
    for (int i = 0; i < all.size(); i++) {
      Array.set(array, i, all.get(i));
    }
    return array;
  }

  /** Parted at commas outside of brackets and quotes. */
  private static List<String> parts(String typed) {
    String bare = BareText.of(ScriptLanguage.JAVA, typed);
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(unquoted(typed.substring(start, i)));
        start = i + 1;
      }
    }
    if (!typed.isBlank()) {
      parts.add(unquoted(typed.substring(start)));
    }
    return parts;
  }

  private static String unquoted(String part) {
    String text = part.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private Object single(String typed, Said said) {
    if (type == String.class) {
      return typed;
    }
    String text = typed.strip();
    if (type == boolean.class) {
      return truth(text);
    }
    if (type == Path.class) {
      return path(text);
    }
    if (type.isPrimitive()) {
      return number(text);
    }
    return type.isEnum() ? constant(text) : statement(text, said);
  }

  private Object number(String text) {
    String digits = text.replace("_", "");
    try {
      if (type == int.class) {
        return Integer.valueOf(digits);
      }
      return type == long.class
          ? Long.valueOf(digits.replaceFirst("[lL]$", ""))
          : (Object) Double.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new DescriptionException(
          "\""
              + text
              + "\" is no "
              + type
              + ". Write a "
              + (type == double.class ? "number: 0.001" : "whole number: 10"));
    }
  }

  private static Object truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new DescriptionException("\"" + text + "\" is no boolean. Write one of: true, false");
    }
    return Boolean.valueOf(text);
  }

  private static Object path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new DescriptionException("\"" + text + "\" is no path: " + e.getReason());
    }
  }

  private Object constant(String text) {
    String asked = text.substring(text.lastIndexOf('.') + 1).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new DescriptionException(
                    Nearest.unknown(
                        "constant",
                        text,
                        type.getSimpleName(),
                        Arrays.stream(type.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name())
                            .toList())));
  }

  private Object statement(String text, Said said) {
    if (text.isEmpty()) {
      throw new DescriptionException("Write a statement of the language: a " + simple(type) + ".");
    }
    Object value = said.apply(text);
    if (type.isInstance(value)) {
      return value;
    }
    throw new DescriptionException(
        text
            + " is no "
            + simple(type)
            + "."
            + wider(value)
                .map(w -> "\n  declare the variable as " + w + ", and it takes this too.")
                .orElse(" See the verbs of Mtl."));
  }

  /** The kind of thing that both this type and a value are. */
  private Optional<String> wider(Object value) {
    return Arrays.stream(type.getInterfaces())
        .filter(each -> each.isInstance(value) && each.isSealed())
        .map(Setting::simple)
        .findFirst();
  }

  private static String simple(Class<?> type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
  }

  /** As help names it. */
  @Override
  public String toString() {
    return (shape == Shape.ONE ? "" : "list of ") + simple(type);
  }
}
