package org.taskaffinity.scripts.kotlin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.scripts.shell.Hints;
import org.taskaffinity.scripts.shell.Misplaced;
import org.taskaffinity.scripts.shell.Place;

/** The compiler's messages as a reader wants them, with what may have been meant. */
final class KotlinHints {
  private static final Pattern UNRESOLVED = Pattern.compile("Unresolved reference '(\\w+)'.*");
  private static final Pattern DECLARED = Pattern.compile("\\b(?:va[lr]|fun|class|object) +(\\w+)");
  private static final Pattern OUTER =
      Pattern.compile("'fun (\\w+)\\(.* with an implicit receiver.*");
  private static final String PACKAGE = "\\b(?:[a-z]\\w*\\.)+(?=[A-Z])";

  /** What a script has in hand most often, besides what the verbs make. */
  private static final List<Class<?>> SPOKEN_OF =
      List.of(
          Experiment.class,
          Result.class,
          Results.class,
          Pooled.class,
          Runner.class,
          TaskMatrix.class,
          TaskSummary.class,
          Relation.class);

  private KotlinHints() {}

  static String said(String message, Place place, String text) {
    Matcher outer = OUTER.matcher(message);
    if (outer.matches()) {
      return outer.group(1) + "(…) is no word of this scope, but of one around it. Write it there.";
    }
    Matcher unresolved = UNRESOLVED.matcher(message);
    String hint =
        unresolved.matches()
            ? meant(unresolved.group(1), place, text).map(said -> "\n  " + said).orElse("")
            : "";
    return message.replaceAll(PACKAGE, "") + hint;
  }

  private static Optional<String> meant(String name, Place place, String text) {
    boolean chained = behindDot(place);
    return Nearest.to(name, chained ? members() : inScope(text))
        .filter(found -> !found.equals(name))
        .map(found -> "did you mean: " + found + "?")
        .or(() -> Misplaced.said(name, place.text(), chained ? "." : ""))
        .or(() -> Misplaced.meant(name, place.text(), chained ? "." : ""));
  }

  private static boolean behindDot(Place place) {
    int before = place.column() - 2;
    return before >= 0 && before < place.text().length() && place.text().charAt(before) == '.';
  }

  /** The compiler does not say of what type; most often it is one of these. */
  private static Set<String> members() {
    Set<String> known = new LinkedHashSet<>();
    SPOKEN_OF.forEach(each -> known.addAll(Hints.methods(each)));
    Hints.verbs().forEach(each -> known.addAll(Hints.methods(each.getReturnType())));
    return known;
  }

  private static Set<String> inScope(String text) {
    Set<String> known = new LinkedHashSet<>();
    known.add("runner");
    known.add("println");
    Matcher declared = DECLARED.matcher(text);
    while (declared.find()) {
      known.add(declared.group(1));
    }
    Hints.verbs().forEach(each -> known.add(each.getName()));
    return known;
  }
}
