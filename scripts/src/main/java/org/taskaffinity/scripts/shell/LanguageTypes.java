package org.taskaffinity.scripts.shell;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Runner;

/** The types of the language: all that its verbs and the runner give or take. */
final class LanguageTypes {
  private static final Set<Class<?>> ALL = reached();

  private LanguageTypes() {}

  static Set<Class<?>> all() {
    return ALL;
  }

  /** Types on which something of this name can be called, what is reached first before the rest. */
  static List<Class<?>> with(String member) {
    return ALL.stream().filter(type -> Hints.methods(type).contains(member)).toList();
  }

  /** A type by its name as a reader writes it: {@code Training}, {@code Overlap.Quantity}. */
  static Optional<Class<?>> named(String name) {
    return ALL.stream().filter(type -> name(type).equals(name)).findFirst();
  }

  /** The interfaces of the language that a type implements itself, by their names. */
  static List<String> interfacesOf(String name) {
    return named(name).stream()
        .flatMap(type -> Arrays.stream(type.getInterfaces()))
        .filter(each -> each.getPackage() == Mtl.class.getPackage())
        .map(LanguageTypes::name)
        .toList();
  }

  static String name(Class<?> type) {
    return type.getName().replaceFirst("^.*\\.", "").replace('$', '.');
  }

  private static Set<Class<?>> reached() {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(Mtl.class, Figures.class, Runner.class));
    while (!open.isEmpty()) {
      Class<?> type = open.poll();
      if (found.add(type)) {
        Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .flatMap(LanguageTypes::mentioned)
            .flatMap(LanguageTypes::classes)
            .filter(each -> each.getPackage() == Mtl.class.getPackage())
            .forEach(open::add);
      }
    }
    return found;
  }

  private static Stream<Type> mentioned(Method method) {
    return Stream.concat(
        Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()));
  }

  private static Stream<Class<?>> classes(Type type) {
    if (type instanceof Class<?> plain) {
      return Stream.of(plain.isArray() ? plain.getComponentType() : plain);
    }
    if (type instanceof ParameterizedType many) {
      return Stream.concat(
          classes(many.getRawType()),
          Arrays.stream(many.getActualTypeArguments()).flatMap(LanguageTypes::classes));
    }
    return type instanceof GenericArrayType array
        ? classes(array.getGenericComponentType())
        : Stream.empty();
  }
}
