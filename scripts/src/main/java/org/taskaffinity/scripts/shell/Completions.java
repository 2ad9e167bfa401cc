package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.taskaffinity.dsl.AffinityException;

/**
 * What may be written next: members and verbs as the compiler knows them, and within quotes the
 * names of data sets, tasks, columns and files. Not to be asked while a statement is evaluated.
 */
public final class Completions {
  private static final List<String> VERBS = List.of("Mtl", "Figures");

  /** What every object has, and few look for. */
  private static final Set<String> COMMON =
      Set.of(
          "equals(", "hashCode()", "getClass()", "notify()", "notifyAll()", "wait(", "toString()");

  private final ShellEngine engine;
  private final SourceCodeAnalysis analysis;
  private final QuotedNames names;

  public Completions(ShellEngine engine) {
    this.engine = engine;
    this.analysis = engine.analysis();
    this.names = new QuotedNames(engine::variables);
  }

  /**
   * @param text one or more statements; the last may be half written
   * @param cursor where in it the next character would come
   */
  public Completed at(String text, int cursor) {
    String before = text.substring(0, cursor);
    Optional<Quoted> quoted = Quoted.at(before);
    if (quoted.isPresent()) {
      return new Completed(quoted.get().from(), within(quoted.get()));
    }
    return code(PartialStatement.at(engine, before), cursor);
  }

  private List<Candidate> within(Quoted place) {
    try {
      return names.of(place);
    } catch (AffinityException e) {
      return List.of(); // no runner, no data: nothing to offer
    }
  }

  private Completed code(PartialStatement statement, int cursor) {
    int[] anchor = {0};
    String code = statement.code();
    List<Suggestion> suggestions = analysis.completionSuggestions(code, code.length(), anchor);
    if (suggestions.isEmpty() && statement.led()) {
      code = statement.alone();
      suggestions = analysis.completionSuggestions(code, code.length(), anchor);
    }
    String written = code.substring(anchor[0]);
    String lead = code.substring(0, anchor[0]).stripTrailing();
    List<Candidate> candidates =
        lead.endsWith(".")
            ? members(lead, written, suggestions)
            : words(written, lead.isEmpty() || statement.begins(lead), suggestions);
    return new Completed(cursor - written.length(), candidates);
  }

  private List<Candidate> members(String lead, String written, List<Suggestion> suggestions) {
    String type = analysis.analyzeType(lead.substring(0, lead.length() - 1), lead.length() - 1);
    String language = type == null ? "" : type.replaceAll("<.*", "");
    String receiver = language.isEmpty() ? statically(lead) : language;
    return sorted(
        suggestions.stream()
            .filter(s -> !written.isEmpty() || !COMMON.contains(s.continuation()))
            .map(
                s ->
                    new Candidate(
                        s.continuation(),
                        Candidate.Kind.MEMBER,
                        s.matchesType(),
                        described(List.of(receiver), s.continuation())))
            .toList());
  }

  /** The word before the dot, where it is no value but a type. */
  private static String statically(String lead) {
    String before = lead.substring(0, lead.length() - 1).stripTrailing();
    return before.substring(before.lastIndexOf(' ') + 1).replaceAll(".*[^\\w.]", "");
  }

  private List<Candidate> words(String written, boolean start, List<Suggestion> suggestions) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    engine.variables().forEach(v -> variables.put(v.name(), v));
    List<Candidate> out = new ArrayList<>();
    for (Suggestion each : suggestions) {
      String word = each.continuation();
      Variable variable = variables.get(word);
      Described verb = described(VERBS, word);
      if (variable != null) {
        Described held = new Described(word, variable.type() + " " + word, "", "");
        out.add(new Candidate(word, Candidate.Kind.VARIABLE, each.matchesType(), held));
      } else if (!verb.signature().isEmpty()) {
        out.add(new Candidate(word, Candidate.Kind.VERB, each.matchesType(), verb));
      } else if (!written.isEmpty() || !start && each.matchesType()) {
        Described described = LanguageDocs.type(word).orElse(verb);
        out.add(new Candidate(word, Candidate.Kind.OTHER, each.matchesType(), described));
      }
    }
    boolean few = written.isEmpty() && !start && out.stream().anyMatch(Candidate::fits);
    return sorted(few ? out.stream().filter(Candidate::fits).toList() : out);
  }

  private static Described described(List<String> types, String continuation) {
    String word = continuation.replaceFirst("\\(.*", "");
    List<Described> all =
        types.stream().flatMap(t -> LanguageDocs.named(t, word).stream()).toList();
    return all.isEmpty() || !continuation.contains("(")
        ? new Described(word, "", "", "")
        : new Described(
            all.get(0).name(),
            all.stream().map(Described::signature).collect(Collectors.joining("\n")),
            all.get(0).summary(),
            all.get(0).text());
  }

  /** What fits first, the session's own before the language's before the JDK's; each once. */
  private static List<Candidate> sorted(List<Candidate> candidates) {
    Comparator<Candidate> likely =
        Comparator.comparing((Candidate c) -> !c.fits())
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::text);
    Map<String, Candidate> once = new LinkedHashMap<>();
    candidates.stream().sorted(likely).forEach(c -> once.putIfAbsent(c.text(), c));
    return List.copyOf(once.values());
  }
}
