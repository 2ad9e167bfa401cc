package org.taskaffinity.scripts.shell;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Cuts a script into statements. A semicolon ends one; so does the end of a line, as in a notebook,
 * where the line is whole and the next does not go on with it.
 */
final class StatementReader {
  private static final Pattern CONTINUES =
      Pattern.compile("[.\\-+*/%&|^?:<>=,){\\[(]|(?:instanceof|else|catch|finally|while)\\b");
  private static final Pattern NAME = Pattern.compile("[\\w.$<>,?\\[\\]\\s]+");

  private static final Pattern THROWS = Pattern.compile("->\\s*throw\\b");

  private static final Pattern DECLARED = Pattern.compile("\\w+\\s*(?:=(?!=)|[;,])");

  private final SourceCodeAnalysis analysis;
  private final Predicate<String> variable;

  /**
   * @param variable whether a name is a variable's, and so a line of its own a statement
   */
  StatementReader(SourceCodeAnalysis analysis, Predicate<String> variable) {
    this.analysis = analysis;
    this.variable = variable;
  }

  /**
   * A statement at the head of a text.
   *
   * @param source what to evaluate, its semicolon added where it was left out
   * @param length characters of the text that it covers
   */
  record Statement(String source, int length) {}

  /** The first statement of a text, sound or not; empty if the text ends within it. */
  Optional<Statement> next(String text) {
    Optional<Statement> found = byLines(text);
    if (found.isEmpty()) {
      CompletionInfo whole = analysis.analyzeCompletion(text);
      found =
          whole.completeness().isComplete()
              ? Optional.of(statement(whole, text))
              : Optional.empty();
    }
    boolean certain = found.isPresent() && !throwing(found.get().source());
    Optional<Statement> closed = certain ? Optional.empty() : closed(text);
    return closed.isPresent() ? closed : found;
  }

  /**
   * A statement with {@code case … -> throw}, whose end the analysis of Java 17 does not see (it is
   * mended in 18): up to where its brackets are closed. Empty for all else.
   */
  private static Optional<Statement> closed(String text) {
    for (int end : Balance.ends(text)) {
      String rest = text.substring(end);
      int following = new ScriptText("", rest).statementFrom(0);
      boolean goesOn =
          text.charAt(end - 1) == '}'
              && (rest.startsWith(";", following)
                  || CONTINUES.matcher(rest.substring(following)).lookingAt());
      if (!goesOn) {
        String source = text.substring(0, end);
        return throwing(source) ? Optional.of(new Statement(source, end)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean throwing(String source) {
    return THROWS.matcher(BareText.of(ScriptLanguage.JAVA, source)).find();
  }

  /** The fewest whole lines that make a statement. */
  private Optional<Statement> byLines(String text) {
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      String head = text.substring(0, end);
      CompletionInfo info = analysis.analyzeCompletion(head);
      if (info.completeness() == Completeness.UNKNOWN) {
        return Optional.empty();
      }
      boolean sound =
          info.completeness() == Completeness.COMPLETE
              || info.completeness() == Completeness.COMPLETE_WITH_SEMI;
      if (sound && ends(head, info, text.substring(end))) {
        return Optional.of(statement(info, head));
      }
    }
    return Optional.empty();
  }

  private boolean ends(String head, CompletionInfo info, String following) {
    String left = info.remaining() + following;
    String rest = left.substring(new ScriptText("", left).statementFrom(0));
    boolean type =
        NAME.matcher(head).matches()
            && DECLARED.matcher(rest).lookingAt()
            && !variable.test(head.strip());
    return !type && !CONTINUES.matcher(rest).lookingAt();
  }

  private static Statement statement(CompletionInfo info, String text) {
    return new Statement(info.source(), text.length() - info.remaining().length());
  }
}
