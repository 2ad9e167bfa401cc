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

  private Hints() {}

  static Optional<String> of(String message, JShell shell) {
    Matcher symbol = SYMBOL.matcher(message);
    if (!symbol.find()) {
      return Optional.empty();
    }
    Matcher owner = OWNER.matcher(message);
    Set<String> known = owner.find() ? methods(owner.group(1)) : inScope(shell);
    return Nearest.to(symbol.group(1), known).filter(n -> !n.equals(symbol.group(1)));
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
