package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;

/**
 * What can be set from outside, read off a script's text without compiling it. A parameter is a
 * top-level variable whose value is written out: it names no other variable of the script, no
 * function of its own and not {@code runner}. So {@code int epochs = 10;} is one, and what is
 * worked out from it is none; the script stays runnable without.
 */
public final class Parameters {
  private static final Pattern JAVA =
      Pattern.compile(
          "(?m)^(?:final +)?(?<type>[\\w.]+(?:<[^=;()]*>)?(?:\\[\\])*) +(?<name>\\w+)\\s*=(?!=)");
  private static final Pattern KOTLIN =
      Pattern.compile(
          "(?m)^(?:private +)?va[lr] +(?<name>\\w+)(?:\\s*:\\s*(?<type>[^=\\n]+?))?\\s*=(?!=)");
  private static final Pattern FUNCTION =
      Pattern.compile("(?m)^(?:fun +(\\w+)|[\\w.]+(?:<[^=;()]*>)?(?:\\[\\])* +(\\w+)) *\\(");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
  private static final Pattern CONTINUES = Pattern.compile("\\s*(?:[.?*/%&|+<>=,)\\]}-]|$)");

  private final ScriptText script;
  private final String bare;
  private final boolean java;
  private final int first; // line, but for #!
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, String> workedOut = new java.util.LinkedHashMap<>();

  private Parameters(ScriptLanguage language, String file, String raw) {
    this.script = ScriptText.of(file, raw);
    this.first = raw.replaceFirst("^\uFEFF", "").startsWith("#!") ? 2 : 1;
    this.java = language == ScriptLanguage.JAVA;
    this.bare = BareText.of(language, script.text());
    Set<String> functions = new LinkedHashSet<>();
    Matcher function = FUNCTION.matcher(bare);
    while (function.find()) {
      functions.add(function.group(1) == null ? function.group(2) : function.group(1));
    }
    Set<String> earlier = new LinkedHashSet<>(List.of("runner"));
    Matcher found = (java ? JAVA : KOTLIN).matcher(bare);
    while (found.find()) {
      if (depth(found.start()) == 0) {
        declared(found, earlier, functions);
        earlier.add(found.group("name"));
      }
    }
  }

  /** Of a script's text. */
  public static List<Parameter> of(ScriptLanguage language, String file, String text) {
    return List.copyOf(new Parameters(language, file, text).parameters);
  }

  /**
   * @throws DescriptionException if one of the variables is no parameter of the script
   */
  public static void check(
      ScriptLanguage language, Map<String, String> presets, String file, String text) {
    if (presets.isEmpty()) {
      return;
    }
    Parameters of = new Parameters(language, file, text);
    List<String> known = of.parameters.stream().map(Parameter::name).toList();
    for (String name : presets.keySet()) {
      String set = "--set " + name + "=" + presets.get(name) + ": ";
      if (of.workedOut.containsKey(name)) {
        throw new DescriptionException(
            set
                + "The variable \""
                + name
                + "\" of "
                + file
                + " cannot be set: "
                + of.workedOut.get(name)
                + ".\n  known: "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
      }
      if (!known.contains(name)) {
        throw new DescriptionException(set + Nearest.unknown("variable", name, file, known));
      }
    }
  }

  private void declared(Matcher found, Set<String> variables, Set<String> functions) {
    String name = found.group("name");
    int end = end(found.end());
    Set<String> needs = new LinkedHashSet<>();
    Matcher names = NAME.matcher(bare.substring(found.end(), end));
    while (names.find()) {
      boolean called = bare.startsWith("(", found.end() + names.end());
      if ((called ? functions : variables).contains(names.group())) {
        needs.add(names.group());
      }
    }
    String value = script.text().substring(found.end(), end).strip();
    String written = found.group("type");
    Optional<Setting> type =
        written == null || written.equals("var") ? Guess.type(value) : Setting.of(written.strip());
    if (!needs.isEmpty()) {
      workedOut.put(name, "it is worked out from " + String.join(", ", needs));
    } else if (type.isEmpty()) {
      workedOut.put(name, "values of its type cannot be typed");
    } else {
      Place place = script.place(found.start());
      parameters.add(new Parameter(name, type.get(), value, comment(place, end), place));
    }
  }

  private int depth(int offset) {
    int depth = 0;
    for (int i = 0; i < offset; i++) {
      char c = bare.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
    return depth;
  }

  /** Where a value ends: at a semicolon, or at the end of a line that does not go on. */
  private int end(int from) {
    int depth = 0;
    for (int i = from; i < bare.length(); i++) {
      char c = bare.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      boolean next = c == ',' && java; // another variable of the same type
      boolean line = c == '\n' && !bare.substring(from, i).isBlank();
      if (depth == 0 && (c == ';' || next || line && !goesOn(i))) {
        return i;
      }
    }
    return bare.length();
  }

  private boolean goesOn(int newline) {
    int end = bare.indexOf('\n', newline + 1);
    String next = bare.substring(newline + 1, end < 0 ? bare.length() : end);
    return !next.isBlank() && CONTINUES.matcher(next).lookingAt();
  }

  /** The comment lines right above, or else what follows on the line. */
  private String comment(Place place, int end) {
    List<String> above = new ArrayList<>();
    for (int line = place.line() - 1; line >= first; line--) {
      String text = script.line(line).text().strip();
      if (!text.matches("(?://|/\\*|\\*).*")) {
        break;
      }
      above.add(0, plain(text));
    }
    if (!above.isEmpty()) {
      return said(above);
    }
    int newline = script.text().indexOf('\n', end);
    String rest = script.text().substring(end, newline < 0 ? script.text().length() : newline);
    String behind = rest.replaceFirst("^;?\\s*", "");
    return behind.matches("(?://|/\\*).*") ? plain(behind) : "";
  }

  private static String said(List<String> lines) {
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String plain(String comment) {
    return comment.replaceFirst("^(?://+|/\\*+|\\*(?!/))\\s*", "").replaceFirst("\\s*\\*+/$", "");
  }
}
