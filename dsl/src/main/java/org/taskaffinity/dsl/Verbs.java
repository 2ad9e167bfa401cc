package org.taskaffinity.dsl;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The verbs by their names: those of {@link Mtl}, and those that change a value into another of the
 * language.
 */
final class Verbs {
  private Verbs() {}

  /** What a verb of {@link Mtl} makes. */
  static Object of(String verb, List<Object> arguments) {
    return called(Mtl.class, null, verb, arguments, m -> Modifier.isStatic(m.getModifiers()));
  }

  /** The verbs of {@link Mtl} that make a value of this type, in alphabetical order. */
  static List<String> making(Class<?> type) {
    return Arrays.stream(Mtl.class.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()))
        .filter(m -> type.isAssignableFrom(m.getReturnType()))
        .map(Method::getName)
        .distinct()
        .sorted()
        .toList();
  }

  /** What a value's own verb makes of it. */
  static Object of(Object value, String verb, List<Object> arguments) {
    return called(
        value.getClass(), value, verb, arguments, m -> !Modifier.isStatic(m.getModifiers()));
  }

  /** A constant of one of the language's enums, or one of {@code Double}'s. */
  static Object constant(String type, String name) {
    if (type.equals("Double")) {
      return number(name);
    }
    try {
      Class<?> found = Class.forName(Verbs.class.getPackageName() + "." + type);
      Object[] constants = found.isEnum() ? found.getEnumConstants() : new Object[0];
      for (Object constant : constants) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // As a name that is none of the constants: a text has no other to offer.
    }
    throw new DescriptionException(
        "There is no " + type.replace('$', '.') + "." + name + " in the language.");
  }

  private static double number(String name) {
    return switch (name) {
      case "NaN" -> Double.NaN;
      case "POSITIVE_INFINITY" -> Double.POSITIVE_INFINITY;
      case "NEGATIVE_INFINITY" -> Double.NEGATIVE_INFINITY;
      default -> throw new DescriptionException("There is no Double." + name + " to write.");
    };
  }

  private static Object called(
      Class<?> type, Object on, String verb, List<Object> arguments, Predicate<Method> kind) {
    List<Method> verbs =
        Arrays.stream(type.getMethods()).filter(kind).filter(Verbs::ofTheLanguage).toList();
    for (Method method : verbs) {
      Optional<Object[]> fitting =
          method.getName().equals(verb) ? fitting(method, arguments) : Optional.empty();
      if (fitting.isPresent()) {
        return made(method, on, fitting.get());
      }
    }
    List<String> names = verbs.stream().map(Method::getName).distinct().sorted().toList();
    throw new DescriptionException(
        names.contains(verb)
            ? "What is given to " + verb + "(…) does not fit it: " + given(arguments)
            : Nearest.unknown("verb", verb, "the language", names));
  }

  /** Declared in the language, and making a description of it without reading anything. */
  private static boolean ofTheLanguage(Method method) {
    String home = Verbs.class.getPackageName();
    return method.getDeclaringClass().getPackageName().equals(home)
        && method.getReturnType().getPackageName().equals(home)
        && !Runner.class.isAssignableFrom(method.getReturnType())
        && method.getReturnType() != FirstRows.class;
  }

  private static Object made(Method method, Object on, Object[] arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is public and yet cannot be called", e);
    }
  }

  /** The arguments as the method takes them; empty if it does not. */
  private static Optional<Object[]> fitting(Method method, List<Object> given) {
    Class<?>[] types = method.getParameterTypes();
    int fixed = method.isVarArgs() ? types.length - 1 : types.length;
    if (method.isVarArgs() ? given.size() < fixed : given.size() != fixed) {
      return Optional.empty();
    }
    Object[] out = new Object[types.length];
    for (int i = 0; i < fixed; i++) {
      out[i] = as(types[i], given.get(i));
      if (out[i] == null) {
        return Optional.empty();
      }
    }
    if (method.isVarArgs()) {
      out[fixed] = array(types[fixed].getComponentType(), given.subList(fixed, given.size()));
    }
    return method.isVarArgs() && out[fixed] == null ? Optional.empty() : Optional.of(out);
  }

  private static Object array(Class<?> type, List<Object> given) {
    Object array = Array.newInstance(type, given.size());
    for (int i = 0; i < given.size(); i++) {
      Object each = as(type, given.get(i));
      if (each == null) {
        return null;
      }
      Array.set(array, i, each);
    }
    return array;
  }

  /** The value as this type takes it, null if it does not. */
  private static Object as(Class<?> type, Object value) {
    if (value instanceof Number number) {
      if (type == double.class) {
        return number.doubleValue();
      }
      if (value instanceof Long whole && type == long.class) {
        return whole;
      }
      boolean small = value instanceof Long whole && whole == whole.intValue();
      return small && type == int.class ? number.intValue() : null;
    }
    return type.isInstance(value) ? value : null;
  }

  private static String given(List<Object> arguments) {
    return Tokens.shortened(Say.list(arguments.stream().map(Verbs::said).toList()));
  }

  private static Object said(Object argument) {
    if (argument instanceof double[][] matrix) {
      return Say.matrix(matrix);
    }
    return argument instanceof String text ? Say.quoted(text) : argument;
  }
}
