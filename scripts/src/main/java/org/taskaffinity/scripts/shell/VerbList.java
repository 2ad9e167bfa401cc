package org.taskaffinity.scripts.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All verbs of the language by purpose, each with what it is in a sentence. */
public final class VerbList {
  private static final Pattern SECTION = Pattern.compile("^  // (\\w.*)$");
  private static final Pattern VERB =
      Pattern.compile("^  (?:public |static |default )+[\\w.<>\\[\\], ]*?(\\w+)\\(.*$");
  private static final int NAME = 22;

  private VerbList() {}

  /**
   * The verbs that stand alone, then what can be said of an experiment, its parts and the runner.
   */
  public static String all() {
    StringBuilder out = new StringBuilder();
    sections("Mtl").forEach((title, verbs) -> append(out, title, "Mtl", verbs));
    append(out, "Figures", "Figures", List.copyOf(members("Figures").keySet()));
    for (String type :
        List.of("Experiment", "Dataset", "Training", "Capture", "LabelCorrelation", "Results")) {
      append(out, "Of " + type + ", behind a dot", type, List.copyOf(members(type).keySet()));
    }
    out.append("Of the runner: /help runner. One of them: /help epochs, /help Training.epochs\n");
    return out.toString().stripTrailing();
  }

  /** What can be called on a type, one per line. */
  static String of(String type, String lead) {
    StringBuilder out = new StringBuilder();
    members(type).forEach((name, summary) -> line(out, lead + name, summary));
    return out.toString().stripTrailing();
  }

  private static void append(StringBuilder out, String title, String type, List<String> verbs) {
    Map<String, String> known = members(type);
    out.append(title).append('\n');
    verbs.forEach(verb -> line(out, verb, known.getOrDefault(verb, "")));
    out.append('\n');
  }

  private static void line(StringBuilder out, String name, String summary) {
    String shown = "   " + name + " ".repeat(Math.max(1, NAME - name.length()));
    out.append((shown + summary).stripTrailing()).append('\n');
  }

  /** Names and the first sentence of the first of each, as they stand in the source. */
  private static Map<String, String> members(String type) {
    Map<String, String> out = new LinkedHashMap<>();
    for (Described each : LanguageDocs.membersOf(type)) {
      String name = each.name().substring(each.name().lastIndexOf('.') + 1);
      boolean told = Hints.methods(LanguageTypes.named(type).orElseThrow()).contains(name);
      if (told && !OBJECT.containsKey(name) && out.getOrDefault(name, "").isEmpty()) {
        out.put(name, each.summary());
      }
    }
    return out;
  }

  private static final Map<String, String> OBJECT =
      new TreeMap<>(Map.of("toString", "", "equals", "", "hashCode", "", "in", "", "fold", ""));

  /** The verbs below each heading of a source. */
  private static Map<String, List<String>> sections(String type) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    String title = "";
    for (String line : LanguageDocs.source(type).lines().toList()) {
      Matcher section = SECTION.matcher(line);
      Matcher verb = VERB.matcher(line);
      if (section.matches()) {
        title = section.group(1);
        out.put(title, new java.util.ArrayList<>());
      } else if (verb.matches() && out.containsKey(title)) {
        if (!out.get(title).contains(verb.group(1))) {
          out.get(title).add(verb.group(1));
        }
      }
    }
    return out;
  }
}
