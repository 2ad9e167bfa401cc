package org.taskaffinity.scripts.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Head;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Training;

/** Words of the language that are said of another value than the one they belong to. */
public final class Misplaced {

  /** A part of an experiment: the word that takes it, and a way to write one. */
  private record Part(Class<?> type, String word, String example) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(Training.class, "training", "adamW(0.001)"),
          new Part(Capture.class, "capture", "captureEvery(10)"),
          new Part(Dataset.class, "data", "dataset(\"tox21\")"),
          new Part(Head.class, "head", "head(128)"),
          new Part(LabelCorrelation.class, "labelCorrelation", "labelCorrelation(Rows.ALL)"),
          new Part(Encoder.class, "encoder", "gcn(256, 256)"));

  private Misplaced() {}

  /**
   * Where a word belongs.
   *
   * @param word what was called
   * @param line where it was called, for its arguments
   * @param lead what stands before the word of the experiment: a dot in a chain
   * @return {@code epochs belongs to training: .training(adamW(0.001).epochs(3))}
   */
  public static Optional<String> said(String word, String line, String lead) {
    for (Part part : PARTS) {
      if (members(part.type()).contains(word)) {
        return Optional.of(
            word
                + " belongs to "
                + (part.word().equals("data") ? "the data" : part.word())
                + ": "
                + lead
                + part.word()
                + "("
                + part.example()
                + "."
                + word
                + arguments(word, line)
                + ")");
      }
    }
    if (Hints.methods(Experiment.class).contains(word)) {
      return Optional.of(
          word + " belongs to an experiment: experiment(…)." + word + arguments(word, line));
    }
    return elsewhere(word);
  }

  /** The word of a part that is nearly this. */
  public static Optional<String> meant(String word, String line, String lead) {
    Set<String> known = new LinkedHashSet<>();
    PARTS.forEach(part -> known.addAll(members(part.type())));
    return Nearest.to(word, known)
        .filter(near -> !near.equals(word))
        .flatMap(near -> said(near, line.replace(word, near), lead));
  }

  /** A verb that stands alone, or a member of a result. */
  private static Optional<String> elsewhere(String word) {
    boolean verb = Hints.verbs().stream().anyMatch(each -> each.getName().equals(word));
    if (verb) {
      return Optional.of(word + "(…) is a verb that stands alone, without a value before it.");
    }
    List<String> types = LanguageTypes.with(word).stream().map(LanguageTypes::name).toList();
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(
            word
                + " belongs to "
                + String.join(", ", types.subList(0, Math.min(3, types.size())))
                + ".");
  }

  /** What a part can be told, and not what every experiment can be told too. */
  private static Set<String> members(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() > 0 || !type.isRecord())
        .filter(method -> type.isAssignableFrom(method.getReturnType()))
        .forEach(method -> names.add(method.getName()));
    if (type == Encoder.class) {
      encoders().forEach(names::add);
    }
    return names;
  }

  private static Set<String> encoders() {
    Map<String, Class<?>> made = new LinkedHashMap<>();
    Arrays.stream(Mtl.class.getMethods())
        .filter(verb -> Encoder.class.isAssignableFrom(verb.getReturnType()))
        .forEach(verb -> made.put(verb.getName(), verb.getReturnType()));
    Set<String> names = new LinkedHashSet<>();
    for (Class<?> type : made.values()) {
      Arrays.stream(type.getMethods())
          .filter(m -> m.getParameterCount() > 0 && type.isAssignableFrom(m.getReturnType()))
          .forEach(m -> names.add(m.getName()));
    }
    return names;
  }

  /** As they stand in the line, brackets and all; three dots where they go on below. */
  private static String arguments(String word, String line) {
    Matcher call = Pattern.compile("\\b" + Pattern.quote(word) + "\\s*(?=\\()").matcher(line);
    if (!call.find()) {
      return "(…)";
    }
    String bare = BareText.of(ScriptLanguage.JAVA, line);
    int depth = 0;
    for (int i = call.end(); i < bare.length(); i++) {
      depth += bare.charAt(i) == '(' ? 1 : bare.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return line.substring(call.end(), i + 1);
      }
    }
    return "(…)";
  }
}
