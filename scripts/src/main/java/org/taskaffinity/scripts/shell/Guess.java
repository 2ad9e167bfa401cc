package org.taskaffinity.scripts.shell;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.Mtl;

/** The type of a value that is written out, without asking a compiler. */
final class Guess {
  private static final Pattern WHOLE = Pattern.compile("-?\\d[\\d_]*(L)?");
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d[\\d_]*\\.\\d*|\\.\\d+|\\d+(?=[eE]))(?:[eE][+-]?\\d+)?");
  private static final Pattern LIST =
      Pattern.compile(
          "(?:List\\.of|listOf|arrayOf|new \\w+\\[] *)(?:<\\w+>)?[({](.*)[)}]", Pattern.DOTALL);
  private static final Pattern CONSTANT =
      Pattern.compile("((?:[A-Z]\\w*\\.)*[A-Z]\\w*)\\.[A-Z][A-Z_0-9]*");
  private static final Pattern PRIMITIVES =
      Pattern.compile("(int|long|double|boolean)ArrayOf\\(.*");
  private static final Pattern CALL = Pattern.compile("\\s*\\.?\\s*(\\w+)\\s*\\(");

  private Guess() {}

  static Optional<Setting> type(String value) {
    Matcher list = LIST.matcher(value);
    if (list.matches()) {
      boolean many = value.startsWith("List") || value.startsWith("listOf");
      return first(list.group(1))
          .map(t -> new Setting(t, many ? Setting.Shape.LIST : Setting.Shape.ARRAY));
    }
    Matcher primitives = PRIMITIVES.matcher(value);
    if (primitives.matches()) {
      return Setting.of(primitives.group(1) + "[]");
    }
    return single(value).map(t -> new Setting(t, Setting.Shape.ONE));
  }

  private static Optional<Class<?>> first(String elements) {
    return single(elements.contains("(") ? elements : elements.split(",", 2)[0].strip());
  }

  private static Optional<Class<?>> single(String value) {
    Matcher whole = WHOLE.matcher(value);
    if (whole.matches()) {
      return Optional.of(whole.group(1) == null ? int.class : long.class);
    }
    if (NUMBER.matcher(value).matches()) {
      return Optional.of(double.class);
    }
    if (value.equals("true") || value.equals("false")) {
      return Optional.of(boolean.class);
    }
    if (value.startsWith("\"")) {
      return value.endsWith("\"") ? Optional.of(String.class) : Optional.empty();
    }
    if (value.matches("(?s)(?:Path\\.of|Paths\\.get)\\([^)]*\\)")) {
      return Optional.of(Path.class);
    }
    Matcher constant = CONSTANT.matcher(value);
    return constant.matches() ? dsl(constant.group(1)) : said(value);
  }

  private static Optional<Class<?>> dsl(String name) {
    return Setting.of(name).filter(s -> s.shape() == Setting.Shape.ONE).map(Setting::type);
  }

  /** What a verb makes, and what the chain behind it makes of that. */
  private static Optional<Class<?>> said(String value) {
    String bare = BareText.of(ScriptLanguage.JAVA, value);
    Matcher call = CALL.matcher(bare);
    Class<?> type = Mtl.class;
    int at = 0;
    while (at < bare.length() && call.find(at) && call.start() == at) {
      Optional<Class<?>> made = made(type, call.group(1));
      if (made.isEmpty()) {
        return Optional.empty();
      }
      type = made.get();
      at = closing(bare, call.end());
    }
    boolean whole =
        type != Mtl.class && bare.substring(Math.min(at, bare.length())).matches("(?s)[\\s,{].*|");
    return whole ? Optional.of(type) : Optional.empty();
  }

  private static Optional<Class<?>> made(Class<?> type, String verb) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(verb) && !m.isBridge())
        .max(Comparator.comparingInt(Method::getParameterCount))
        .map(Method::getReturnType);
  }

  private static int closing(String bare, int from) {
    int depth = 1;
    int at = from;
    while (at < bare.length() && depth > 0) {
      depth += bare.charAt(at) == '(' ? 1 : bare.charAt(at) == ')' ? -1 : 0;
      at++;
    }
    return at;
  }
}
