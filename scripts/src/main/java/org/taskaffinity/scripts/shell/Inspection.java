package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import org.taskaffinity.dsl.Runner;

/**
 * What a word means: the signatures of a method with their Javadoc, what a variable holds. Not to
 * be asked while a statement is evaluated.
 */
public final class Inspection {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

  private final ShellEngine engine;
  private final SourceCodeAnalysis analysis;

  public Inspection(ShellEngine engine) {
    this.engine = engine;
    this.analysis = engine.analysis();
  }

  /** The word at the cursor, or the method in whose brackets it stands; empty if unknown. */
  public List<Described> at(String text, int cursor) {
    Optional<int[]> word = word(text, cursor);
    if (word.isPresent()) {
      String upTo = text.substring(0, word.get()[1]);
      List<Described> found = of(upTo, text.substring(word.get()[0], word.get()[1]));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return call(text.substring(0, cursor));
  }

  /** A verb, a type, {@code Type.member} or a variable by its name alone, as help is asked for. */
  public List<Described> named(String name) {
    List<Described> found = of(name, name.substring(name.lastIndexOf('.') + 1));
    return found.isEmpty() ? members(name) : found;
  }

  /**
   * Members of this name, where a verb that stands alone has it too: {@code Dataset.head} for
   * {@code head}.
   */
  public static List<String> membersNamedLike(String verb) {
    return LanguageTypes.with(verb).stream()
        .map(LanguageTypes::name)
        .filter(type -> !type.equals("Mtl") && !type.equals("Figures"))
        .map(type -> type + "." + verb)
        .toList();
  }

  /** {@code Training.epochs}, or {@code epochs} of every type that has it. */
  private static List<Described> members(String name) {
    int dot = name.lastIndexOf('.');
    String member = name.substring(dot + 1);
    List<Class<?>> types =
        dot < 0
            ? LanguageTypes.with(member)
            : LanguageTypes.named(name.substring(0, dot)).map(List::<Class<?>>of).orElse(List.of());
    return types.stream()
        .flatMap(type -> LanguageDocs.named(LanguageTypes.name(type), member).stream())
        .distinct()
        .toList();
  }

  private List<Described> of(String upTo, String word) {
    String statement = PartialStatement.at(engine, upTo).code();
    boolean member = upTo.substring(0, upTo.length() - word.length()).stripTrailing().endsWith(".");
    if (!member) {
      Optional<Variable> variable =
          engine.variables().stream().filter(v -> v.name().equals(word)).findFirst();
      if (variable.isPresent()) {
        return List.of(held(variable.get()));
      }
    }
    List<Described> methods = documented(statement + "(");
    if (!methods.isEmpty()) {
      return methods;
    }
    // A record's name alone means its constructor to newer JShells, and here the record.
    Optional<Described> type = LanguageDocs.type(upTo.strip());
    return type.map(List::of).orElseGet(() -> documented(statement));
  }

  private static Described held(Variable variable) {
    if (variable.object() instanceof Runner) {
      return new Described(
          variable.name(),
          variable.type() + " " + variable.name(),
          "",
          VerbList.of("Runner", variable.name() + "."));
    }
    String type = variable.type().replaceAll("<.*", "");
    Optional<Described> known = LanguageDocs.type(type.substring(type.lastIndexOf('.') + 1));
    return new Described(
        variable.name(),
        variable.type() + " " + variable.name(),
        known.map(Described::summary).orElse(""),
        String.valueOf(variable.object()));
  }

  /** The method whose brackets are open at the end. */
  private List<Described> call(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth < 0) {
        return documented(PartialStatement.at(engine, text.substring(0, i)).code() + "(");
      }
    }
    return List.of();
  }

  private List<Described> documented(String code) {
    List<Described> out = new ArrayList<>();
    for (SourceCodeAnalysis.Documentation each :
        analysis.documentation(code, code.length(), true)) {
      String signature = each.signature();
      String name = signature.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
      String text = each.javadoc() == null ? "" : JavadocText.of(each.javadoc()).text();
      out.add(
          LanguageDocs.ofSignature(signature)
              .orElseGet(() -> new Described(name, signature, "", text)));
    }
    return out.stream().distinct().toList();
  }

  private static Optional<int[]> word(String text, int cursor) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (words.start() <= cursor && cursor <= words.end()) {
        return Optional.of(new int[] {words.start(), words.end()});
      }
    }
    return Optional.empty();
  }
}
