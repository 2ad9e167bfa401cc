package org.taskaffinity.scripts;

import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a script into statements. */
final class StatementReader {
  private final SourceCodeAnalysis analysis;

  StatementReader(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * A statement at the head of a text.
   *
   * @param source what to evaluate, its semicolon added where it was left out
   * @param length characters of the text that it covers
   */
  record Statement(String source, int length) {}

  /**
   * The first statement of a text; empty if none is whole.
   *
   * <p>A line break ends a statement that has no semicolon, as in a notebook, if the line is a
   * whole statement, what follows does not continue it, and the text makes no sense otherwise.
   */
  Optional<Statement> next(String text) {
    CompletionInfo whole = analysis.analyzeCompletion(text);
    if (sound(whole)) {
      return Optional.of(statement(whole, text));
    }
    Optional<Statement> line = byLines(text);
    boolean erroneous = whole.completeness() == Completeness.UNKNOWN;
    return line.isPresent() || !erroneous ? line : Optional.of(statement(whole, text));
  }

  private Optional<Statement> byLines(String text) {
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      String head = text.substring(0, end);
      CompletionInfo info = analysis.analyzeCompletion(head);
      if (info.completeness() == Completeness.UNKNOWN) {
        return Optional.empty();
      }
      if (sound(info) && !continued(text.substring(end))) {
        return Optional.of(statement(info, head));
      }
    }
    return Optional.empty();
  }

  private static boolean sound(CompletionInfo info) {
    return info.completeness() == Completeness.COMPLETE
        || info.completeness() == Completeness.COMPLETE_WITH_SEMICOLON;
  }

  private static boolean continued(String rest) {
    return rest.stripLeading().matches("(?s)(\\.|[-+*%&|^?:<>=,)]|/[^/*]|instanceof\\b|else\\b).*");
  }

  private static Statement statement(CompletionInfo info, String text) {
    return new Statement(info.source(), text.length() - info.remaining().length());
  }
}
