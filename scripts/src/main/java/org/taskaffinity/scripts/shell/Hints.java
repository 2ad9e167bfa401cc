package org.taskaffinity.scripts.shell;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;

/** What may have been meant by a symbol that the compiler cannot find. */
public final class Hints {
  private static final Pattern SYMBOL = Pattern.compile("symbol: +(?:variable|method) (\\w+)");
  private static final Pattern OWNER =
      Pattern.compile("location: +(?:.*of type|class|interface) ([\\w.]+)");

  private static final Pattern TYPE = Pattern.compile("symbol: +class (\\w+)");

  /** Packages of the JDK whose types are asked for most often. */
  private static final List<String> COMMON =
      List.of(
          "java.io",
          "java.util.function",
          "java.util.stream",
          "java.time",
          "java.math",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.regex",
          "java.nio.charset",
          "java.text",
          "java.net",
          "java.net.http",
          "java.time.format",
          "java.util.zip");

  private Hints() {}

  /**
   * What may have been meant.
   *
   * @param message of the compiler
   * @param line that it is about
   */
  static Optional<String> of(String message, String line, JShell shell) {
    Matcher type = TYPE.matcher(message);
    if (type.find()) {
      return imported(type.group(1));
    }
    Matcher symbol = SYMBOL.matcher(message);
    if (!symbol.find()) {
      return Optional.empty();
    }
    String name = symbol.group(1);
    Matcher owner = OWNER.matcher(message);
    if (!owner.find()) {
      return lost(name, shell)
          .or(() -> near(name, inScope(shell)))
          .or(() -> imported(name))
          .or(
              () ->
                  message.contains("method " + name)
                      ? Misplaced.said(name, line, ".")
                      : Optional.empty());
    }
    Set<String> known = methods(owner.group(1));
    return known.isEmpty()
        ? Optional.empty()
        : near(name, known)
            .or(() -> Misplaced.said(name, line, "."))
            .or(() -> Misplaced.meant(name, line, "."));
  }

  private static Optional<String> near(String name, Set<String> known) {
    return Nearest.to(name, known)
        .filter(found -> !found.equals(name))
        .map(found -> "did you mean: " + found + "?");
  }

  /** A variable that no longer fits what it was made from. */
  private static Optional<String> lost(String name, JShell shell) {
    return shell
        .snippets()
        .filter(VarSnippet.class::isInstance)
        .map(VarSnippet.class::cast)
        .filter(v -> v.name().equals(name))
        .filter(v -> shell.status(v).name().startsWith("RECOVERABLE"))
        .findFirst()
        .map(v -> name + " no longer fits what it was made from. Declare it again.");
  }

  /** A type of the JDK that is there once it is imported. */
  private static Optional<String> imported(String type) {
    return COMMON.stream()
        .filter(each -> exists(each + "." + type))
        .findFirst()
        .map(each -> "write first: import " + each + "." + type + ";");
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, Hints.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static Set<String> inScope(JShell shell) {
    Set<String> known = new LinkedHashSet<>();
    shell.variables().map(VarSnippet::name).forEach(known::add);
    shell.methods().forEach(m -> known.add(m.name()));
    known.addAll(methods(Mtl.class));
    known.addAll(methods(Figures.class));
    return known;
  }

  private static Set<String> methods(String type) {
    String simple = type.substring(type.lastIndexOf("dsl.") < 0 ? 0 : type.lastIndexOf("dsl.") + 4);
    try {
      return methods(Class.forName("org.taskaffinity.dsl." + simple.replace('.', '$')));
    } catch (ClassNotFoundException e) {
      return Set.of();
    }
  }

  /** The verbs of the language. */
  public static List<Method> verbs() {
    return Stream.of(Mtl.class, Figures.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(m -> m.getDeclaringClass() != Object.class)
        .toList();
  }

  /** What can be called on a type. */
  public static Set<String> methods(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(type.getMethods())
        .filter(m -> m.getDeclaringClass() != Object.class)
        .map(Method::getName)
        .forEach(names::add);
    return names;
  }
}
