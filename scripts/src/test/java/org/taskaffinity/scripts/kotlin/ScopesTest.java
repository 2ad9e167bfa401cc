package org.taskaffinity.scripts.kotlin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.jvm.functions.Function1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Mtl;

/** The scopes say what the chains say, in the same words. */
class ScopesTest {

  /** Verbs of the language that stand before a scope, and what each makes. */
  private static List<Method> scoped() {
    return Stream.of(ScopesKt.class, EncoderScopesKt.class)
        .flatMap(file -> Arrays.stream(file.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .toList();
  }

  /** What a verb of Mtl makes, where there is more than one thing to change about it. */
  static Stream<Class<?>> descriptions() {
    return Arrays.stream(Mtl.class.getMethods())
        .<Class<?>>map(Method::getReturnType)
        .distinct()
        .filter(type -> type.getPackage() == Mtl.class.getPackage())
        .filter(type -> withers(type).size() > 1);
  }

  private static Set<String> withers(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isBridge())
        .filter(m -> m.getReturnType() == type && m.getParameterCount() > 0)
        .map(ScopesTest::said)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String said(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameters())
            .map(Parameter::getType)
            .map(Class::getSimpleName)
            .toList();
  }

  private static Class<?> scope(Class<?> type) {
    return scoped().stream()
        .filter(m -> m.getReturnType() == type)
        .map(m -> m.getGenericParameterTypes()[m.getParameterCount() - 1].getTypeName())
        .map(name -> name.replaceFirst(".*super ([\\w.]+),.*", "$1"))
        .map(ScopesTest::named)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no scope for " + type));
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void everyLinkOfAChainIsAWordOfItsScope(Class<?> type) {
    Set<String> words =
        Arrays.stream(scope(type).getMethods())
            .filter(m -> m.getDeclaringClass() != Object.class && !m.getName().contains("$"))
            .map(ScopesTest::said)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(withers(type), words);
    assertTrue(scope(type).isAnnotationPresent(Saying.class), type.getName());
  }

  @Test
  void everyVerbWithAScopeIsAVerbOfTheLanguage() {
    assertTrue(scoped().size() >= 10, scoped().toString());
    for (Method each : scoped()) {
      Class<?>[] types = each.getParameterTypes();
      assertEquals(Function1.class, types[types.length - 1]);
      Class<?>[] before = Arrays.copyOf(types, types.length - 1);
      try {
        assertEquals(
            each.getReturnType(), Mtl.class.getMethod(each.getName(), before).getReturnType());
      } catch (NoSuchMethodException e) {
        throw new AssertionError("Mtl has no " + each, e);
      }
    }
  }

  /** Every verb of such a description can have a scope, {@code planted} and its kin by design. */
  @Test
  void theVerbsThatMakeThemHaveAScope() {
    Set<Class<?>> with = scoped().stream().map(Method::getReturnType).collect(Collectors.toSet());
    descriptions().forEach(type -> assertTrue(with.contains(type), type.getName()));
  }
}
